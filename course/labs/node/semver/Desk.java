package node.semver;

import static dev.backwright.checks.Expect.expect;

import dev.backwright.checks.Project;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The ranges in desk/package.json, and who resolves them.
record Desk(Project project) {

    private static final String MANIFEST = "desk/package.json";

    /// Those of the versions that a range admits.
    private static final String ADMITTED =
            "const [range, ...all] = process.argv.slice(1);console.log(all.filter((v) =>"
                    + " require('semver').satisfies(v, range)).join(' '));";

    String range(String name) {
        return range("dependencies", name);
    }

    String peerRange(String name) {
        return range("peerDependencies", name);
    }

    private String range(String field, String name) {
        return project.json(MANIFEST, field, name)
                .because("desk/package.json has a range for " + name + " in `" + field + "`")
                .text();
    }

    /// Holds when the range admits these versions, and none of the others.
    void admits(String name, String range, String why, List<String> those, List<String> others) {
        String seen =
                project.run(
                                Stream.of(List.of("node", "-e", ADMITTED, range), those, others)
                                        .flatMap(List::stream)
                                        .toArray(String[]::new))
                        .out()
                        .text()
                        .strip();
        expect(
                seen.equals(String.join(" ", those)),
                "%s. Of %s %s, `%s` admits %s; expected %s."
                        .formatted(
                                why,
                                name,
                                Stream.concat(those.stream(), others.stream())
                                        .collect(Collectors.joining(", ")),
                                range,
                                seen.isEmpty() ? "none" : seen.replace(" ", ", "),
                                String.join(", ", those)));
    }

    /// Holds when npm, asked anew, takes this version.
    ///
    /// @param folder one that nobody has used
    void gets(String folder, String name, String range, String version) {
        Project fresh = with(folder, entry(name, range));
        fresh.run("npm", "install", "--package-lock-only")
                .exit()
                .because("npm finds a version of " + name)
                .is(0);
        fresh.json("package-lock.json", "packages", "node_modules/" + name, "version")
                .because("npm takes, of " + name + " `" + range + "`, from the registry")
                .is(version);
    }

    /// A folder with a package.json.
    ///
    /// @param dependencies entries
    Project with(String folder, String... dependencies) {
        return project.beside(folder)
                .lay(
                        "package.json",
                        "{ \"name\": \"%s\", \"type\": \"module\", \"dependencies\": { %s } }"
                                .formatted(folder, String.join(", ", dependencies)));
    }

    static String entry(String name, String range) {
        return "\"%s\": \"%s\"".formatted(name, escaped(range));
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("[\\x00-\\x1f]", " ");
    }
}
