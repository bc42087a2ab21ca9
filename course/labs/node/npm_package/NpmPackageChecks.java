package node.npm_package;

import static dev.backwright.checks.Expect.expect;
import static node.npm_package.Consumer.NAME;

import dev.backwright.checks.Check;
import dev.backwright.checks.Project;
import dev.backwright.checks.Registry;
import dev.backwright.checks.Seed;
import java.util.List;
import java.util.Map;

/// Runs npm and Yarn as the package's authors and its users do, against a registry of the check's own.
class NpmPackageChecks {

    private static final String UNITS = "@harbour/units";
    private static final String PORTS = "src/ports.js";
    private static final String TESTS = "test/tmp/label.txt";
    private static final String SEMVER =
            "const [range, ...all] = process.argv.slice(1);console.log(all.filter((v) =>"
                    + " require('semver').satisfies(v, range)).join());";

    @Check(
            id = "lock-fits-the-manifest",
            title = "has a lock file that `npm ci` takes, and gets what it says")
    void lockFitsTheManifest(Project project, Registry registry) {
        registry.given(
                "{\"name\": \"@harbour/units\", \"version\": \"1.9.0\", \"type\": \"module\","
                        + " \"exports\": \"./index.js\"}",
                Map.of("index.js", "export const kilograms = () => 'untried';"));
        project.run("npm", "ci")
                .exit()
                .because("package.json and package-lock.json say the same")
                .is(0);
        String locked =
                project.json("package-lock.json", "packages", "node_modules/" + UNITS, "version")
                        .because("The lock file names the version that was tried")
                        .text();
        project.json("node_modules/" + UNITS + "/package.json", "version")
                .because("`npm ci` installs what is locked, also when 1.9.0 has been published")
                .is(locked);
    }

    @Check(
            id = "label-takes-arguments",
            title = "builds and then passes its arguments on in `npm run label`")
    void labelTakesArguments(Project project, Seed seed) {
        Consumer.install(project);
        int grams = 500 * seed.between(3, 90) + 1;
        String code = seed.pick(List.of("SIN", "OSL", "PIR"));
        project.run("rm", "-f", PORTS);
        label(project, "LIM", grams, "LIM  Callao     ");
        project.lay("ports.csv", "code,name\n" + code + ",Newport\n");
        label(project, code, grams + 2, code + "  Newport    ");
    }

    private static void label(Project project, String to, int grams, String begins) {
        project.run("npm", "run", "label", "--", "--to", to, "--grams", String.valueOf(grams))
                .out()
                .because(
                        "`npm run label` builds from ports.csv each time, and what stands after"
                                + " `--` reaches bin/labels.js")
                .contains(begins + grams / 1000.0 + " kg");
    }

    @Check(
            id = "tests-build-and-clean",
            title = "builds before `npm test` and cleans after tests that passed")
    void testsBuildAndClean(Project project) {
        Consumer.install(project);
        project.run("rm", "-f", PORTS);
        project.run("npm", "test").exit().because("`npm test` builds, and the tests pass").is(0);
        project.file(PORTS).because("The tests ran on what was built").isPresent();
        project.file(TESTS).because("After tests that passed tools/clean.js is run").isAbsent();
        project.lay(
                "test/broken.test.js",
                """
                import { test } from 'node:test';
                test('broken', () => { throw new Error(); });
                """);
        project.run("npm", "test").exit().because("`npm test` fails where a test fails").isNot(0);
        project.file(TESTS)
                .because("Where a test failed, what the tests wrote stays to be looked at")
                .isPresent();
    }

    @Check(
            id = "packing-builds",
            title = "builds whenever it is packed or published, and leaves nothing out")
    void packingBuilds(Project project, Registry registry) {
        Consumer.install(project);
        project.run("rm", "-f", PORTS);
        project.run("npm", "pack").exit().because("`npm pack` works after `npm install`").is(0);
        project.run("tar", "-tzf", "harbour-labels-1.0.0.tgz")
                .out()
                .because("`npm pack` builds first")
                .contains("package/" + PORTS);
        project.run("rm", "-f", PORTS);
        project.run("npm", "publish")
                .exit()
                .because("`npm publish` works after `npm install`")
                .is(0);
        var release = registry.published(NAME, "1.0.0");
        for (String file :
                List.of(
                        "README.md",
                        "bin/labels.js",
                        "src/format.js",
                        "src/index.js",
                        "src/internal/pad.js",
                        PORTS)) {
            release.files().because("Users need " + file).contains(file);
        }
    }

    @Check(
            id = "tarball-holds-nothing-else",
            title = "gives its users no file that is not for them",
            needs = "packing-builds")
    void tarballHoldsNothingElse(Project project, Registry registry) {
        Consumer.publish(project);
        var release = registry.published(NAME, "1.0.0");
        for (String file :
                List.of(
                        ".env",
                        "notes/customers.md",
                        "ports.csv",
                        "test/labels.test.js",
                        "tools/build.js",
                        "tools/clean.js")) {
            release.file(file).because(file + " is nothing for users").isAbsent();
        }
        release.files()
                .because("The tarball holds package.json, README.md, bin/labels.js and all of src/")
                .is(
                        List.of(
                                "README.md",
                                "bin/labels.js",
                                "package.json",
                                "src/format.js",
                                "src/index.js",
                                "src/internal/pad.js",
                                PORTS));
    }

    @Check(
            id = "brings-what-it-needs",
            title = "installs with npm and Yarn, with what it needs at run time and no more",
            needs = "packing-builds")
    void bringsWhatItNeeds(Project project, Registry registry) {
        Consumer.publish(project);
        for (String script : List.of("preinstall", "install", "postinstall")) {
            registry.published(NAME, "1.0.0")
                    .manifest("scripts", script)
                    .because("Nothing of the package is run when users install it")
                    .isAbsent();
        }
        Project shop = Consumer.beside(project, "shop", "\"@harbour/labels\": \"^1.0.0\"");
        shop.run("npm", "install").exit().because("A user installs the package with npm").is(0);
        shop.json("node_modules/@harbour/csv/package.json", "version")
                .because("`@harbour/csv` is only needed to build")
                .isAbsent();
        shop.run("npm", "exec", "--", "labels", "--to", "YOK")
                .out()
                .because("The command `labels` is there after `npm install`")
                .contains("YOK  Yokohama   1 kg");
        Project mill =
                Consumer.beside(
                        project,
                        "mill",
                        "\"@harbour/labels\": \"^1.0.0\", \"@harbour/printer\": \"^2.0.0\"");
        mill.run("yarn", "install").exit().because("A user installs the package with Yarn").is(0);
        mill.run("yarn", "run", "--silent", "labels", "--to", "LIM")
                .out()
                .because("The command `labels` is there after `yarn install`")
                .contains("LIM  Callao     1 kg");
    }

    @Check(
            id = "offers-three-names",
            title = "offers three names to `import` and `require`, and refuses all others",
            needs = "brings-what-it-needs")
    void offersThreeNames(Project project) {
        Consumer.publish(project);
        Project shop = Consumer.beside(project, "shop", "\"@harbour/labels\": \"^1.0.0\"");
        shop.run("npm", "install").exit().is(0);
        var asked =
                shop.run(
                        "node",
                        "ask.js",
                        NAME,
                        NAME + "/format",
                        NAME + "/package.json",
                        NAME + "/src/index.js",
                        NAME + "/src/internal/pad.js",
                        NAME + "/src/ports.js",
                        NAME + "/bin/labels.js");
        for (String how : List.of("import", "require")) {
            leads(asked, how, NAME, "label");
            leads(asked, how, NAME + "/format", "format");
            leads(asked, how, NAME + "/package.json", "version");
            for (String inside :
                    List.of(
                            "/src/index.js",
                            "/src/internal/pad.js",
                            "/src/ports.js",
                            "/bin/labels.js")) {
                String seen = told(asked, how, NAME + inside);
                expect(
                        seen.equals("ERR_PACKAGE_PATH_NOT_EXPORTED"),
                        "Files inside are refused to users: `%s` of %s is to end with ERR_PACKAGE_PATH_NOT_EXPORTED; it gave %s."
                                .formatted(how, NAME + inside, seen));
            }
        }
        shop.run("node", "same.js")
                .out()
                .because("`import` and `require` give the very same `label`")
                .is("true\n");
    }

    private static void leads(Project.Run asked, String how, String name, String export) {
        String seen = told(asked, how, name);
        expect(
                List.of(seen.split(",")).contains(export),
                "Users load %s by `%s` and find `%s` in it; what came was %s."
                        .formatted(name, how, export, seen));
    }

    /// What the user was told of a name: what is in it, or the error's code.
    private static String told(Project.Run asked, String how, String name) {
        String lead = how + " " + name + ": ";
        return asked.lines().stream()
                .filter(line -> line.startsWith(lead))
                .map(line -> line.substring(lead.length()))
                .findFirst()
                .orElse("nothing");
    }

    @Check(
            id = "fits-the-users-printer",
            title = "works with the printer its user has, any 2.x, and with no other",
            needs = "brings-what-it-needs")
    void fitsTheUsersPrinter(Project project, Registry registry) {
        registry.given(
                "{\"name\": \"@harbour/printer\", \"version\": \"3.0.0\", \"type\": \"module\","
                        + " \"exports\": \"./index.js\"}",
                Map.of("index.js", "export const formats = new Map();"));
        Consumer.publish(project);
        Project shop =
                Consumer.beside(
                        project,
                        "shop",
                        "\"@harbour/labels\": \"^1.0.0\", \"@harbour/printer\": \"2.1.0\"");
        shop.run("npm", "install")
                .exit()
                .because("A user with `@harbour/printer` 2.1.0 can install the package")
                .is(0);
        shop.run("node", "printer.js")
                .out()
                .because("`label` is registered with the printer that the user imports")
                .is("true\n");
        Project yard =
                Consumer.beside(
                        project,
                        "yard",
                        "\"@harbour/labels\": \"^1.0.0\", \"@harbour/printer\": \"3.0.0\"");
        var refused = yard.run("npm", "install");
        refused.exit()
                .because(
                        "npm refuses to install it beside `@harbour/printer` 3, and brings no"
                                + " second printer")
                .isNot(0);
        refused.err().contains("ERESOLVE");
    }

    @Check(id = "names-its-node", title = "says that it needs Node 22.12 or later")
    void namesItsNode(Project project) {
        String range =
                project.json("package.json", "engines", "node")
                        .because("The manifest says which Node it needs")
                        .text();
        String seen =
                project.run(
                                "node", "-e", SEMVER, range, "20.9.0", "22.11.0", "22.12.0",
                                "22.20.1", "24.4.0", "26.0.0")
                        .out()
                        .text()
                        .strip();
        expect(
                seen.equals("22.12.0,22.20.1,24.4.0,26.0.0"),
                "Of Node 20.9.0, 22.11.0, 22.12.0, 22.20.1, 24.4.0 and 26.0.0 the package works with the last four; `%s` admits %s."
                        .formatted(range, seen.isEmpty() ? "none" : seen.replace(",", ", ")));
    }
}
