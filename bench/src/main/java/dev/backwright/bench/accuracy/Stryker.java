package dev.backwright.bench.accuracy;

import dev.backwright.judge.FileTree;
import dev.backwright.judge.Lab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks StrykerJS what it would change in a lab's solution. It only names the changes; the judge runs them.
///
/// @param node the pinned Node
/// @param folder a copy of `bench/src/mutants` with its packages installed
public record Stryker(Path node, Path folder) {

    private static final Set<String> CODE = Set.of("js", "mjs", "cjs", "ts", "mts", "cts");

    /// Every change to a file of `solution/`.
    public List<Mutant> mutants(Lab lab) throws IOException, InterruptedException {
        FileTree solution = lab.solution();
        Path place = lab.folder().resolve("solution").toRealPath();
        Set<String> files = code(place);
        List<Mutant> all = new ArrayList<>();
        for (JsonNode each : asked(place, files)) {
            all.add(
                    Mutant.of(
                            solution,
                            each.path("file").asString(),
                            each.path("from").asInt(),
                            each.path("to").asInt(),
                            each.path("replacement").asString()));
        }
        return all;
    }

    private static Set<String> code(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> place.relativize(file).toString())
                    .filter(file -> CODE.contains(file.substring(file.lastIndexOf('.') + 1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private JsonNode asked(Path place, Set<String> files) throws IOException, InterruptedException {
        var words = new ArrayList<String>();
        words.add(node.toString());
        words.add(folder.resolve("mutate.mjs").toString());
        words.addAll(files);
        Process process =
                new ProcessBuilder(words)
                        .directory(place.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("StrykerJS could not read " + place);
        }
        return JsonMapper.shared().readTree(answer);
    }
}
