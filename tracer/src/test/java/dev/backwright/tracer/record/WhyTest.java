package dev.backwright.tracer.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What the reasons announce comes true.
class WhyTest {

    private static final Path PROGRAMS = Path.of("src/test/programs/ordering");
    private static final Pattern ANNOUNCED =
            Pattern.compile("(?:, so|; then|ends and) `(.*)` runs: ");

    static Stream<Path> programs() throws IOException {
        return Stream.of(
                        "all-queues.cjs",
                        "all-queues.mjs",
                        "clear-in-callback.cjs",
                        "immediate-against-nested-timer.cjs",
                        "immediate-in-immediate.cjs",
                        "immediates-drain-microtasks-between.cjs",
                        "timers-in-order-of-time.cjs",
                        "../library/event-loop-phases.cjs")
                .map(PROGRAMS::resolve);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theJobThatIsAnnouncedIsTheOneThatBegins(Path program) throws IOException {
        var name = String.valueOf(program.getFileName());
        var run = Recorded.of(Limits.STANDARD, name, Map.of(name, Files.readString(program)));
        String announced = null;
        int times = 0;
        for (var state : run.states()) {
            if (state.get("event").asString().equals("job")) {
                if (announced != null) {
                    assertEquals(announced, label(state), state.get("why").asString());
                    times++;
                }
                announced = null;
            } else if (isAtBottom(state)) {
                var found = ANNOUNCED.matcher(state.get("why").asString());
                announced = found.find() ? found.group(1) : null;
            }
        }
        assertTrue(times > 0, "nothing was announced");
    }

    private static String label(JsonNode state) {
        return state.get("jobs").get(state.get("running").asString()).get("label").asString();
    }

    private static boolean isAtBottom(JsonNode state) {
        var call = state.get("calls").get(state.get("top").asString());
        return call != null && !call.has("caller");
    }

    @Test
    void aReactionThatReturnsSettlesItsPromise() {
        var run =
                Recorded.script(
                        "Promise.resolve(1).then(function one() {}).then(function two() {}); setTimeout(function late() {}, 5);");
        assertEquals(
                "`one` returns, so its promise is settled, and what waits for that is the next microtask.",
                run.events("return").stream()
                        .map(state -> state.get("why").asString())
                        .filter(why -> why.startsWith("`one`"))
                        .findFirst()
                        .orElseThrow());
    }
}
