package node.semver;

import dev.backwright.checks.Check;
import dev.backwright.checks.Project;
import dev.backwright.checks.Registry;
import java.util.List;
import java.util.Map;

/// Publishes to a registry of the check's own, and looks at what npm takes from it before and after.
class SemverChecks {

    @Check(
            id = "compatible-releases",
            title =
                    "takes every compatible release of `@harbour/chart` from 2.3.0 on, and no"
                            + " other")
    void compatibleReleases(Project project, Registry registry) {
        var desk = new Desk(project);
        String name = "@harbour/chart";
        String range = desk.range(name);
        desk.admits(
                name,
                range,
                "`depth` came with 2.3.0, and fixes and features are wanted",
                List.of("2.3.0", "2.4.1", "2.10.0"),
                List.of("2.2.9", "2.11.0-beta.1", "3.0.0", "3.1.0"));
        desk.gets("now", name, range, "2.4.1");
        given(registry, "latest", name, "2.10.0");
        given(registry, "latest", name, "3.1.0");
        desk.gets("later", name, range, "2.10.0");
    }

    @Check(
            id = "no-more-than-fixes",
            title =
                    "takes fixes of `@harbour/rates` 1.8, and of `@harbour/seal` the audited"
                            + " version alone")
    void noMoreThanFixes(Project project, Registry registry) {
        var desk = new Desk(project);
        String rates = "@harbour/rates";
        String range = desk.range(rates);
        desk.admits(
                rates,
                range,
                "Only fixes of 1.8 are wanted, from 1.8.2 on",
                List.of("1.8.2", "1.8.5", "1.8.10"),
                List.of("1.8.1", "1.9.0", "1.10.0", "2.0.0"));
        String seal = "@harbour/seal";
        String exact = desk.range(seal);
        desk.admits(
                seal,
                exact,
                "1.0.7 was audited, and no other",
                List.of("1.0.7"),
                List.of("1.0.6", "1.0.8", "1.0.9", "1.1.0"));
        given(registry, "latest", rates, "1.8.10");
        given(registry, "latest", rates, "1.10.0");
        given(registry, "latest", seal, "1.0.9");
        desk.gets("rates", rates, range, "1.8.10");
        desk.gets("seal", seal, exact, "1.0.7");
    }

    @Check(
            id = "zero-has-its-own-rule",
            title = "takes what is compatible with `@harbour/knots` 0.4.1, and no other 0.x")
    void zeroHasItsOwnRule(Project project, Registry registry) {
        var desk = new Desk(project);
        String name = "@harbour/knots";
        String range = desk.range(name);
        desk.admits(
                name,
                range,
                "Below 1.0.0 its authors break things with the second number only",
                List.of("0.4.1", "0.4.6", "0.4.7"),
                List.of("0.4.0", "0.5.0", "0.6.0", "1.0.0"));
        given(registry, "latest", name, "0.4.7");
        given(registry, "latest", name, "1.0.0");
        desk.gets("later", name, range, "0.4.7");
    }

    @Check(
            id = "candidates-then-releases",
            title =
                    "takes the candidates of `@harbour/radar` 4.0.0 from rc.2 on, and then each"
                            + " 4.x")
    void candidatesThenReleases(Project project, Registry registry) {
        var desk = new Desk(project);
        String name = "@harbour/radar";
        String range = desk.range(name);
        desk.admits(
                name,
                range,
                "Candidates of 4.0.0 from rc.2 on are wanted, then every 4.x",
                List.of("4.0.0-rc.2", "4.0.0-rc.3", "4.0.0", "4.2.0"),
                List.of("4.0.0-rc.1", "4.1.0-beta.1", "5.0.0"));
        desk.gets("now", name, range, "4.0.0-rc.3");
        given(registry, "latest", name, "4.0.0");
        given(registry, "next", name, "4.1.0-beta.1");
        given(registry, "latest", name, "5.0.0");
        desk.gets("later", name, range, "4.0.0");
    }

    @Check(
            id = "two-majors",
            title =
                    "works with its user's `@harbour/pilot`, 5 from 5.2.0 on or 6, and with no"
                            + " other")
    void twoMajors(Project project, Registry registry) {
        var desk = new Desk(project);
        String name = "@harbour/pilot";
        String range = desk.peerRange(name);
        desk.admits(
                name,
                range,
                "The desk was tried with 5.2.0 and later 5.x, and with 6",
                List.of("5.2.0", "5.9.3", "6.0.0", "6.3.0"),
                List.of("4.9.0", "5.1.0", "7.0.0"));
        registry.given(
                "{\"name\": \"@harbour/desk\", \"version\": \"1.0.0\", \"peerDependencies\": {%s}}"
                        .formatted(Desk.entry(name, range)),
                Map.of());
        for (String version : List.of("5.2.0", "6.3.0")) {
            withPilot(desk, version)
                    .exit()
                    .because("A user with " + name + " " + version + " can install the desk")
                    .is(0);
        }
        var refused = withPilot(desk, "7.0.0");
        refused.exit()
                .because("npm refuses to install the desk beside " + name + " 7.0.0")
                .isNot(0);
        refused.err().contains("ERESOLVE");
    }

    private static Project.Run withPilot(Desk desk, String version) {
        return desk.with(
                        "with-" + version.replace('.', '-'),
                        Desk.entry("@harbour/desk", "1.0.0"),
                        Desk.entry("@harbour/pilot", version))
                .run("npm", "install", "--package-lock-only");
    }

    @Check(
            id = "fix-then-feature",
            title =
                    "gives the fix to those who take fixes, and the feature to those who take"
                            + " features")
    void fixThenFeature(Project project, Registry registry) {
        var releases = new Releases(project, registry);
        releases.publish("rounding");
        registry.versions(Releases.NAME)
                .because(
                        "rounding/ corrects what 1.4.2 should have done: the next number for a fix")
                .is(List.of("1.4.2", "1.4.3"));
        releases.publish("unit");
        Project users = releases.users("users", "fixes", "features", "any");
        Releases.has(
                users, "fixes", "A user with `~1.4.0` gets the fix and not the feature", "1.4.3");
        Releases.has(users, "features", "A user with `^1.4.0` gets unit/", "1.5.0");
        Releases.has(users, "any", "A user without a range gets what was published last", "1.5.0");
        Releases.goesOn(users);
    }

    @Check(
            id = "preview-stays-aside",
            title = "publishes the preview for those who ask for `next`, and for nobody else")
    void previewStaysAside(Project project, Registry registry) {
        var releases =
                new Releases(project, registry)
                        .after("1.4.3", "latest", "rounding")
                        .after("1.5.0", "latest", "unit");
        releases.publish("preview");
        registry.tag(Releases.NAME, "latest")
                .because("Whoever names no version goes on getting 1.5.0")
                .is("1.5.0");
        registry.tag(Releases.NAME, "next")
                .because("The tag `next` names a preview of the version that strict/ will have")
                .matches("^2\\.0\\.0-");
        Project users = releases.users("users", "features", "any", "preview");
        Releases.has(users, "any", "A user without a range does not get the preview", "1.5.0");
        users.json("node_modules/preview/package.json", "version")
                .because("A user who asks for `next` gets the preview")
                .matches("^2\\.0\\.0-");
        Releases.goesOn(users);
    }

    @Check(
            id = "break-is-a-major",
            title = "gives what breaks programs to nobody who has not asked for it")
    void breakIsAMajor(Project project, Registry registry) {
        var releases =
                new Releases(project, registry)
                        .after("1.4.3", "latest", "rounding")
                        .after("1.5.0", "latest", "unit")
                        .after("2.0.0-rc.1", "next", "preview");
        releases.publish("strict");
        Releases.goesOn(releases.users("users", "features"));
        Project two = releases.users("two", "two", "any");
        Releases.has(
                two,
                "two",
                "strict/ breaks programs, so a user with `^2.0.0-0` gets it, under the next number"
                        + " for that",
                "2.0.0");
        Releases.has(two, "any", "A user without a range gets strict/", "2.0.0");
    }

    @Check(
            id = "backport-is-not-the-latest",
            title = "gives a late fix to those who stayed at 1.x, and to nobody else")
    void backportIsNotTheLatest(Project project, Registry registry) {
        var releases =
                new Releases(project, registry)
                        .after("1.4.3", "latest", "rounding")
                        .after("1.5.0", "latest", "unit")
                        .after("2.0.0", "latest", "strict");
        releases.publish("backport");
        registry.tag(Releases.NAME, "latest")
                .because("2.0.0 remains what a user without a range gets")
                .is("2.0.0");
        Project users = releases.users("users", "features", "two");
        Releases.has(users, "features", "A user with `^1.4.0` gets the late fix", "1.5.1");
        Releases.has(users, "two", "A user of 2.x gets nothing of it", "2.0.0");
        registry.tag(Releases.NAME, "legacy")
                .because("The late fix is published under the tag `legacy`")
                .is("1.5.1");
    }

    private static void given(Registry registry, String tag, String name, String version) {
        registry.given(
                tag, "{\"name\": \"%s\", \"version\": \"%s\"}".formatted(name, version), Map.of());
    }
}
