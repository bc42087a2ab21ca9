package dev.backwright.tracer.record;

import dev.backwright.tracer.node.MemoryFiles;
import dev.backwright.tracer.node.NodeProcess;
import dev.backwright.tracer.node.Observer;
import dev.backwright.tracer.node.Phase;
import dev.backwright.tracer.node.Request;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.graalvm.polyglot.Engine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a program printed, how it ended, and its recording, with the state of each step worked out from the patches.
record Recorded(
        String console, int exit, String json, JsonNode trace, List<JsonNode> states, long looks) {

    static final Engine ENGINE = NodeProcess.engine();

    private static final String FOLDER = "/home/learner/";
    private static final JsonMapper JSON = new JsonMapper();

    static Recorded script(String text) {
        return of(Limits.STANDARD, "main.cjs", Map.of("main.cjs", text));
    }

    static Recorded module(String text) {
        return of(Limits.STANDARD, "main.mjs", Map.of("main.mjs", text));
    }

    static Recorded of(Limits limits, String main, Map<String, String> files) {
        var out = new ByteArrayOutputStream();
        long[] looks = new long[1];
        Console heard;
        int exit;
        try (var recording = new Recording(limits)) {
            heard = new Console(recording);
            exit =
                    run(
                            main,
                            files,
                            heard,
                            process -> recording.begin(process, main, out),
                            code -> {
                                looks[0] = recording.looks();
                                recording.end(code);
                            });
        }
        var json = out.toString(StandardCharsets.UTF_8);
        var trace = JSON.readTree(json);
        return new Recorded(
                heard.text.toString(), exit, json, trace, Merged.states(trace), looks[0]);
    }

    /// The same program with nobody looking: console and exit code.
    static List<Object> unrecorded(String main, Map<String, String> files) {
        var heard = new Console(Observer.NOBODY);
        int exit = run(main, files, heard, process -> {}, code -> {});
        return List.of(heard.text.toString(), exit);
    }

    private static int run(
            String main,
            Map<String, String> files,
            Observer observer,
            java.util.function.Consumer<NodeProcess> before,
            java.util.function.IntConsumer after) {
        var there = new java.util.HashMap<String, String>();
        files.forEach((name, text) -> there.put(FOLDER + name, text));
        try (var process = NodeProcess.boot(ENGINE, MemoryFiles.of(there), observer)) {
            before.accept(process);
            int exit = process.run(FOLDER + main, List.of());
            after.accept(exit);
            return exit;
        }
    }

    /// Passes on what a process tells, and keeps what it prints.
    private static final class Console implements Observer {
        private final Observer next;
        private final StringBuilder text = new StringBuilder();

        Console(Observer next) {
            this.next = next;
        }

        @Override
        public void enters(Phase phase) {
            next.enters(phase);
        }

        @Override
        public void begins(Object job) {
            next.begins(job);
        }

        @Override
        public void ended(Object job) {
            next.ended(job);
        }

        @Override
        public void asks(Request request) {
            next.asks(request);
        }

        @Override
        public void completes(Request request) {
            next.completes(request);
        }

        @Override
        public void completed(Request request) {
            next.completed(request);
        }

        @Override
        public void imports(String specifier, Object promise) {
            next.imports(specifier, promise);
        }

        @Override
        public void prints(int descriptor, String printed) {
            text.append(printed);
            next.prints(descriptor, printed);
        }
    }

    /// The text a state points at.
    String at(JsonNode state) {
        var span = trace.get("spans").get(state.get("at").asInt());
        return trace.get("files")
                .get(span.get(0).asInt())
                .get("text")
                .asString()
                .substring(span.get(1).asInt(), span.get(2).asInt());
    }

    /// The states in which this text is about to run or has just run.
    List<JsonNode> at(String text) {
        return states.stream().filter(state -> at(state).equals(text)).toList();
    }

    List<JsonNode> events(String event) {
        return states.stream()
                .filter(state -> event.equals(state.get("event").asString()))
                .toList();
    }

    JsonNode last() {
        return states.getLast();
    }

    /// Variables of the innermost scope outward: the first of that name.
    static JsonNode variable(JsonNode state, String name) {
        var call = state.get("calls").get(state.get("top").asString());
        for (var scope = scope(state, call.get("scope"));
                scope != null;
                scope = scope(state, scope.get("outer"))) {
            if (scope.get("vars").has(name)) {
                return scope.get("vars").get(name);
            }
        }
        throw new AssertionError("No variable " + name + " is in sight: " + state);
    }

    static JsonNode scope(JsonNode state, JsonNode number) {
        return number == null ? null : state.get("scopes").get(number.asString());
    }

    static JsonNode object(JsonNode state, JsonNode reference) {
        return state.get("objects").get(reference.get(1).asString());
    }

    static Stream<JsonNode> jobs(JsonNode state, String queue) {
        return state.get("jobs").properties().stream()
                .sorted(java.util.Comparator.comparingInt(job -> Integer.parseInt(job.getKey())))
                .map(Map.Entry::getValue)
                .filter(job -> job.get("queue").asString().equals(queue));
    }

    List<String> labels(String event) {
        return IntStream.range(0, states.size())
                .mapToObj(states::get)
                .filter(state -> state.get("event").asString().equals(event))
                .map(state -> state.get("jobs").get(state.get("running").asString()))
                .map(job -> job.get("label").asString())
                .toList();
    }
}
