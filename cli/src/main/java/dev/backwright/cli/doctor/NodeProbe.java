package dev.backwright.cli.doctor;

import java.nio.file.Path;
import java.util.Optional;

/// The Node programs run on: 24, from the toolbox where the lock file pins it, else the machine's own.
record NodeProbe(Path toolbox) implements Probe {

    private static final String WANTED = "v24.";

    @Override
    public Finding look() {
        Path node = toolbox.resolve("bin/node");
        Optional<Asked> answer = Asked.program(node.toString(), "--version");
        if (answer.isEmpty() || !answer.get().went()) {
            String seen = answer.map(Asked::said).orElse("no " + node);
            return Finding.missing(
                    "Node",
                    seen,
                    "Run ./backwright doctor --fetch; on a Mac install Node 24 first: brew install node@24");
        }
        String version = answer.get().said();
        return version.startsWith(WANTED)
                ? Finding.good("Node", version)
                : Finding.missing(
                        "Node",
                        version,
                        "Node 24 is wanted: brew install node@24, then ./backwright doctor --fetch");
    }
}
