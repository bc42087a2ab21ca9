package dev.backwright.judge.program;

import dev.backwright.checks.Evidence;
import dev.backwright.sandbox.Ahead;
import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// One test file of the learner's on `node:test`, in a process of its own.
///
/// ```java
/// var heard = NodeTests.run(NodeTests.ahead(sandbox, limits, List.of()), files, modules, "cart.test.js", patience);
/// ```
public final class NodeTests {

    private NodeTests() {}

    /// Starts a process that waits for the files.
    ///
    /// @param flags of Node's test runner: `--test-randomize`
    public static Ahead ahead(Sandbox sandbox, Limits limits, List<String> flags) {
        return sandbox.ahead(ProbeLaunch.forTests(limits, flags));
    }

    /// Runs it to its end, or until `patience` ends.
    ///
    /// @param files the submission, by plain relative path
    /// @param modules what stands in the place of some of them when they are loaded
    /// @param path which of the files has the tests
    public static Heard run(
            Ahead waiting,
            SortedMap<String, byte[]> files,
            SortedMap<String, byte[]> modules,
            String path,
            Duration patience) {
        try (Probe probe = Probe.start(waiting, files)) {
            return new Telling(probe, patience).whole(path, modules);
        }
    }

    /// What became of it.
    ///
    /// @param told what the probe told, in order; the shape stands in `6-tests.js`
    /// @param lost how the process was lost before it told its end: `did not come back within 5 s`; empty where it was not
    /// @param folder the work folder as the process sees it
    /// @param printed what it printed besides
    public record Heard(List<JsonNode> told, String lost, String folder, Evidence.Console printed) {
        public Heard {
            told = List.copyOf(told);
        }
    }

    /// Listens until the last word.
    private record Telling(Probe probe, Duration patience) {

        Heard whole(String path, SortedMap<String, byte[]> modules) {
            long end = System.nanoTime() + patience.toNanos();
            List<JsonNode> told = new ArrayList<>();
            Answer answer = probe.ask(command(path, modules), patience, patience);
            while (answer instanceof Answer.Given(JsonNode word)) {
                told.add(word);
                if (word.has("end")) {
                    return heard(told, probe.misfit(word.path("end").asInt()));
                }
                answer = probe.next(patience, Duration.ofNanos(end - System.nanoTime()));
            }
            return heard(told, ((Answer.Lost) answer).how());
        }

        private Heard heard(List<JsonNode> told, String lost) {
            var printed = (Evidence.Console) Printed.of(probe).evidence();
            return new Heard(told, lost, probe.folder(), printed);
        }

        private static Map<String, Object> command(String path, SortedMap<String, byte[]> modules) {
            Map<String, byte[]> encoded = new TreeMap<>();
            modules.forEach((name, bytes) -> encoded.put(Paths.encoded(name), bytes));
            List<List<Object>> all = new ArrayList<>();
            encoded.forEach((name, bytes) -> all.add(List.of(name, bytes))); // Jackson: base64
            return Map.of("op", "test", "code", "", "path", Paths.encoded(path), "modules", all);
        }
    }
}
