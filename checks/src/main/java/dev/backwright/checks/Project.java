package dev.backwright.checks;

/// The submission as a project: its files in a working copy, in which commands are run one after another. Each check has
/// a copy of its own; what a command leaves behind, the next one finds.
///
/// ```java
/// project.run("npm", "ci").exit().is(0);
/// project.run("npm", "run", "report", "--", "--short").out().contains("3 parcels");
/// project.files("dist").is(List.of("dist/index.js"));
/// var shop = project.beside("shop").lay("package.json", text);
/// shop.run("npm", "install", "units@^1.2.0").exit().is(0);
/// ```
///
/// `node`, `npm` and `yarn` (1.22) are there, and a shell for scripts. The lab's limits hold for all commands of a check together.
public interface Project {

    /// Runs a command to its end, without a shell. What it leaves running is ended with it.
    /// A command that a limit ends fails the check.
    Run run(String... command);

    /// The same place with a variable in the environment of its commands.
    Project with(String variable, String value);

    /// Puts a file there, in place of one of that name.
    Project lay(String path, String text);

    /// A folder outside of the submission, empty at first and kept: where a consumer of a package lives.
    ///
    /// @param name lower-case letters, digits, hyphens
    Project beside(String name);

    /// All plain files, sorted, but for what lies in `node_modules`.
    default Seen files() {
        return files("");
    }

    /// The plain files below a folder, with their whole paths, sorted; of `node_modules` only what lies below the folder that is named.
    Seen files(String folder);

    /// A file's text as it is now; absent where there is no such plain file, which a link is not.
    Seen file(String path);

    /// A place in a file that is JSON, by names and indices: `json("package.json", "exports", ".", "import")`.
    Seen json(String path, String... place);

    /// How a command went.
    interface Run extends Program.Console {
        /// Its exit code; 127 where there is no such program, 128 + n after signal n.
        Seen exit();

        /// A place in its standard output, which is JSON: `json("0", "filename")`.
        Seen json(String... place);
    }
}
