package dev.backwright.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What every process finds around it, in whichever sandbox: three variables, and npm told to keep to itself.
final class Surroundings {

    static final String NPMRC = "update-notifier=false\nfund=false\naudit=false\n";

    private Surroundings() {}

    /// `PATH`, `HOME` and `TMPDIR`: without them neither npm nor a shell works. A launch may set them otherwise.
    static Map<String, String> of(String bin, String tmp) {
        return Map.of("PATH", bin + ":/usr/local/bin:/usr/bin:/bin", "HOME", tmp, "TMPDIR", tmp);
    }

    /// The command with its environment and no other.
    static List<String> command(Map<String, String> environment, List<String> command) {
        if (command.isEmpty() || command.getFirst().contains("=")) {
            throw new SandboxException("Not a program's name: " + command);
        }
        var line = new ArrayList<>(List.of("/usr/bin/env", "-i"));
        environment.forEach((name, value) -> line.add(name + "=" + value));
        line.addAll(command);
        return line;
    }

    /// The name of a folder beside the work folder.
    static String name(String name) {
        if (name.contains("/") || List.of("app", "node_modules", "bin", "tmp").contains(name)) {
            throw new SandboxException(
                    "A read-only folder is shown beside the work folder under a plain name, not '"
                            + name
                            + "'.");
        }
        return Trees.plain(name);
    }
}
