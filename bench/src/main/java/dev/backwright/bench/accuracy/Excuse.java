package dev.backwright.bench.accuracy;

import dev.backwright.judge.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A change that a lab's `mutants.yaml` says may pass, because the changed program still does what the task asks for.
///
/// @param at the line it is in, without blanks around it
/// @param from what is changed; empty for any part of that line
/// @param to what it becomes; empty for whatever it becomes
public record Excuse(String file, String at, String from, String to, String because) {

    private static final YAMLMapper YAML = new YAMLMapper();

    public static List<Excuse> of(Lab lab) throws IOException {
        Path file = lab.folder().resolve("mutants.yaml");
        List<Excuse> all = new ArrayList<>();
        if (Files.exists(file)) {
            for (JsonNode each : YAML.readTree(Files.readString(file))) {
                all.add(read(each, file));
            }
        }
        return all;
    }

    private static Excuse read(JsonNode each, Path file) {
        var excuse =
                new Excuse(
                        each.path("file").asString(""),
                        each.path("at").asString("").strip(),
                        each.path("from").asString("").strip(),
                        each.path("to").asString("").strip(),
                        each.path("because").asString("").strip());
        if (excuse.file.isEmpty() || excuse.at.isEmpty() || excuse.because.isEmpty()) {
            throw new IllegalArgumentException(
                    file + ": each entry has file, at and because: " + each);
        }
        return excuse;
    }

    public boolean covers(Mutant mutant) {
        return file.equals(mutant.file())
                && at.equals(mutant.at())
                && (from.isEmpty() || from.equals(mutant.from().strip()))
                && (to.isEmpty() || to.equals(mutant.to().strip()));
    }
}
