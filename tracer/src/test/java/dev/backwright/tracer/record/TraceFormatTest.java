package dev.backwright.tracer.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.tracer.generated.ExpressionPrograms;
import dev.backwright.tracer.generated.OrderPrograms;
import dev.backwright.tracer.generated.PrintingPrograms;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds of every recording, whatever the program.
class TraceFormatTest {

    private static final int SEEDS = 6;

    static Stream<String> programs() {
        return Stream.concat(
                Stream.of(LONG),
                Stream.iterate(1L, seed -> seed + 1)
                        .limit(SEEDS)
                        .flatMap(seed ->
                                Stream.of(
                                        OrderPrograms.from(seed),
                                        ExpressionPrograms.from(seed),
                                        PrintingPrograms.from(seed))));
    }

    private static final String LONG =
            """
            const seen = new Map(); let list = [];
            function visit(n) { const o = { n, back: list[n - 1] }; list.push(o); seen.set(n, o); if (n % 7 === 0) { list = list.slice(-3); seen.clear(); } return () => o.n + n; }
            let fs = [];
            for (let i = 0; i < 300; i++) { fs.push(visit(i)); if (fs.length > 5) fs = fs.map((f) => () => f()).slice(2, 4); }
            (async () => { for (const f of fs) console.log(await f()); })();
            """;

    @ParameterizedTest
    @MethodSource("programs")
    void patchesLeadToTheKeyFramesAndNothingIsDifferentForBeingRecorded(String program) {
        var run = Recorded.script(program);
        assertEquals(
                Recorded.unrecorded("main.cjs", Map.of("main.cjs", program)),
                List.of(run.console(), run.exit()));
        run.trace()
                .get("frames")
                .properties()
                .forEach(frame ->
                        assertEquals(
                                run.states().get(Integer.parseInt(frame.getKey())),
                                frame.getValue()));
        assertEquals(List.of(), TraceSchema.violations(run.json()));
        assertEquals(List.of(), TraceSchema.violations(withAllStates(run)));
        assertEquals(run.console(), printed(run));
        run.states().forEach(TraceFormatTest::everyNumberIsThere);
    }

    /// The same recording with a key frame for each step, so that the schema sees what the patches lead to.
    private static String withAllStates(Recorded run) {
        var trace = (tools.jackson.databind.node.ObjectNode) run.trace().deepCopy();
        var frames = trace.putObject("frames");
        for (int i = 0; i < run.states().size(); i += 1 + run.states().size() / 40) {
            frames.set((i + 1) + "00", run.states().get(i));
        }
        return trace.toString();
    }

    private static String printed(Recorded run) {
        var text = new StringBuilder();
        run.trace().get("console").forEach(line -> text.append(line.get("text").asString()));
        return text.toString();
    }

    private static void everyNumberIsThere(tools.jackson.databind.JsonNode state) {
        var top = state.get("top").asString();
        assertTrue(top.equals("0") || state.get("calls").has(top), state::toString);
        for (var call : state.get("calls")) {
            assertTrue(state.get("scopes").has(call.get("scope").asString()), state::toString);
            assertTrue(
                    !call.has("caller") || state.get("calls").has(call.get("caller").asString()),
                    state::toString);
        }
        for (var scope : state.get("scopes")) {
            assertTrue(
                    !scope.has("outer") || state.get("scopes").has(scope.get("outer").asString()),
                    state::toString);
            scope.get("vars").forEach(value -> refers(state, value));
        }
        for (var object : state.get("objects")) {
            assertTrue(
                    !object.has("scope") || state.get("scopes").has(object.get("scope").asString()),
                    state::toString);
            assertTrue(
                    !object.has("proto")
                            || state.get("objects").has(object.get("proto").asString()),
                    state::toString);
            object.path("props").forEach(value -> refers(state, value));
        }
    }

    private static void refers(
            tools.jackson.databind.JsonNode state, tools.jackson.databind.JsonNode value) {
        if (value.isArray() && value.get(0).asString().equals("ref")) {
            assertTrue(
                    state.get("objects").has(value.get(1).asString()),
                    () -> value + " in " + state);
        }
    }
}
