package dev.backwright.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The packages labs may import, in the versions the toolbox names.
record PackagesProbe(Path toolbox) implements Probe {

    @Override
    public Finding look() {
        try {
            JsonNode wanted =
                    JsonMapper.shared().readTree(Files.readString(toolbox.resolve("package.json")));
            List<String> bad = new ArrayList<>();
            int all = 0;
            for (String kind : List.of("dependencies", "devDependencies")) {
                for (var entry : wanted.path(kind).properties()) {
                    all++;
                    compare(entry.getKey(), entry.getValue().asString(), bad);
                }
            }
            return bad.isEmpty()
                    ? Finding.good("packages", all + " of " + all + ", as named in the lock file")
                    : Finding.missing(
                            "packages", String.join(", ", bad), "Run ./backwright doctor --fetch");
        } catch (IOException | JacksonException e) {
            return Finding.missing(
                    "packages",
                    "the toolbox's package.json cannot be read: " + e,
                    "Check this folder out again: " + toolbox);
        }
    }

    private void compare(String name, String version, List<String> bad) {
        Path manifest = toolbox.resolve("node_modules").resolve(name).resolve("package.json");
        try {
            String there =
                    JsonMapper.shared()
                            .readTree(Files.readString(manifest))
                            .path("version")
                            .asString("");
            if (!there.equals(version)) {
                bad.add("%s is %s, not %s".formatted(name, there, version));
            }
        } catch (IOException | JacksonException e) {
            bad.add(name + " is missing");
        }
    }
}
