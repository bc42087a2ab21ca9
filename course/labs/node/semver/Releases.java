package node.semver;

import dev.backwright.checks.Project;
import dev.backwright.checks.Registry;
import java.util.Map;

/// Publications of `@harbour/tides`, by the learner and before them, and those who use it.
record Releases(Project project, Registry registry) {

    static final String NAME = "@harbour/tides";

    /// Says what a user of 1.x relies on.
    private static final String USER =
            """
            import { tide } from 'features';
            console.log(tide('LIM') > 1, tide('nowhere'));
            """;

    /// What was published before, with the code of that folder.
    Releases after(String version, String tag, String folder) {
        registry.given(
                tag,
                "{\"name\": \"%s\", \"version\": \"%s\", \"type\": \"module\", \"exports\": \"./index.js\"}"
                        .formatted(NAME, version),
                Map.of("index.js", project.file(folder + "/index.js").text()));
        return this;
    }

    /// The learner's own.
    void publish(String folder) {
        project.run("npm", "publish", "./" + folder)
                .exit()
                .because("`npm publish ./" + folder + "`, with no option, publishes that folder")
                .is(0);
    }

    /// Users with a range each, who install now: `fixes` (~1.4.0), `features` (^1.4.0), `two` (^2.0.0-0), `any` (the tag
    /// latest) and `preview` (the tag next), those of them that are named.
    Project users(String folder, String... who) {
        Map<String, String> ranges =
                Map.of(
                        "fixes", "~1.4.0",
                        "features", "^1.4.0",
                        "two", "^2.0.0-0",
                        "any", "latest",
                        "preview", "next");
        String[] entries = new String[who.length];
        for (int i = 0; i < who.length; i++) {
            entries[i] = Desk.entry(who[i], "npm:" + NAME + "@" + ranges.get(who[i]));
        }
        Project users = new Desk(project).with(folder, entries).lay("user.js", USER);
        users.run("npm", "install").exit().because("Users can install the package").is(0);
        return users;
    }

    /// Holds when a user has this version.
    static void has(Project users, String who, String why, String version) {
        users.json("node_modules/" + who + "/package.json", "version").because(why).is(version);
    }

    /// Holds when what was written for 1.4.2 still does what it did, for a user with ^1.4.0.
    static void goesOn(Project users) {
        users.run("node", "user.js")
                .out()
                .because(
                        "A program written for 1.4.2 goes on working with `^1.4.0`:"
                                + " `tide('nowhere')` gives null")
                .is("true null\n");
    }
}
