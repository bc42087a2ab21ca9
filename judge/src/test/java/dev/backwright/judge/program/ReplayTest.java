package dev.backwright.judge.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Program;
import dev.backwright.checks.Unmet;
import dev.backwright.checks.Value;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;

/// What a check did can be done again by a module of its own.
class ReplayTest {

    @RegisterExtension static final Workshop WORKSHOP = Workshop.plain();

    private static final String COUNTER =
            """
            export const counter = (start, step = 1) => {
              let n = start;
              return { next: () => (n += step), value: () => start };
            };
            export const fail = () => { throw new RangeError('no'); };
            export const show = (...all) => console.log(...all);
            export const refuse = async () => { throw new TypeError('refused'); };
            """;

    private final NodeProgram program = WORKSHOP.program("lib/counter.mjs", COUNTER);

    @Test
    void theCallsOfAFailedCheckInTheirOrder() {
        Evidence.Trace trace =
                traced(() -> {
                    Value counter = program.module("lib/counter.mjs").get("counter").as("counter");
                    Value first = counter.call(20, 3).as("first");
                    first.invoke("next").is(23);
                    first.invoke("value").is(23);
                });
        assertEquals(
                """
                const counterModule = await import('./lib/counter.mjs');
                const counter = counterModule.counter;
                const first = counter(20, 3);
                first.next();
                first.value(); // expected 23, seen 20
                """,
                trace.text());
        assertEquals(5, trace.line());
    }

    @Test
    void argumentsOfEveryKindAreWrittenAndTheModuleRuns() {
        Evidence.Trace trace =
                traced(() -> {
                    Value show = program.module("lib/counter.mjs").get("show").as("show");
                    Value list = program.value("[1, 2]").as("list");
                    show.call(
                            list,
                            program.spy("(x) => x * 2").function(),
                            "it's",
                            List.of(1, -0.5),
                            Map.of("a b", true),
                            Set.of(7),
                            Instant.EPOCH,
                            new byte[] {104, 105});
                    show.call().is(1);
                });
        assertEquals(
                "[ 1, 2 ] [Function: value] it's [ 1, -0.5 ] { 'a b': true } Set(1) { 7 } 1970-01-01T00:00:00.000Z <Buffer 68 69>\n\n",
                again(trace).out().text());
    }

    @Test
    void whatWasExpectedToFailDoesNotEndIt() {
        Evidence.Trace trace =
                traced(() -> {
                    Value counter = program.module("lib/counter.mjs");
                    counter.get("fail").thrownBy().get("message").is("no");
                    counter.get("refuse").call().rejection().get("name").is("TypeError");
                    counter.get("show").call("still").is("never");
                });
        assertEquals("still\n", again(trace).out().text());
    }

    private static Evidence.Trace traced(Executable check) {
        return assertThrows(Unmet.class, check).evidence().stream()
                .filter(Evidence.Trace.class::isInstance)
                .map(Evidence.Trace.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Program.Run again(Evidence.Trace trace) {
        var files = new TreeMap<String, byte[]>();
        files.put("lib/counter.mjs", COUNTER.getBytes(StandardCharsets.UTF_8));
        files.put(trace.main(), trace.text().getBytes(StandardCharsets.UTF_8));
        Program.Run run = WORKSHOP.program(NodeProgram.Setup.of(files)).run(trace.main());
        run.exit().is(0);
        return run;
    }
}
