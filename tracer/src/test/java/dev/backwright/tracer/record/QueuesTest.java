package dev.backwright.tracer.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What waits, in which order it runs, and why.
class QueuesTest {

    private static final Recorded ORDER =
            Recorded.script(
                    """
                    setTimeout(function late() {}, 20);
                    setTimeout(function soon() {}, 1);
                    setImmediate(function immediate() {});
                    Promise.resolve().then(function reaction() {});
                    queueMicrotask(function micro() {});
                    process.nextTick(function tick() {});
                    process.on('exit', function exit() {});
                    'end';
                    """);

    @Test
    void theQueuesAreInTheOrderTheyDrain() {
        assertEquals(
                List.of("tick", "reaction", "micro", "soon", "immediate", "late", "exit"),
                ORDER.labels("job"));
    }

    @Test
    void eachJobSaysWhereItWasQueued() {
        var end = ORDER.at("'end'").getFirst();
        assertEquals(List.of("tick"), labels(end, "tick"));
        assertEquals(List.of("reaction", "micro"), labels(end, "micro"));
        assertEquals(List.of("late", "soon"), labels(end, "timer"));
        assertEquals(List.of("immediate"), labels(end, "immediate"));
        assertEquals(List.of("exit"), labels(end, "listener"));
        var late = Recorded.jobs(end, "timer").findFirst().orElseThrow();
        assertEquals(20, late.get("due").asInt());
        var queued = ORDER.states().get(late.get("step").asInt());
        assertEquals("setTimeout(function late() {}, 20)", ORDER.at(queued));
        assertEquals(late.get("at"), queued.get("at"));
    }

    private static List<String> labels(tools.jackson.databind.JsonNode state, String queue) {
        return Recorded.jobs(state, queue).map(job -> job.get("label").asString()).toList();
    }

    @Test
    void theReasonNamesWhatComesNext() {
        var end = ORDER.at("'end'").getFirst().get("why").asString();
        assertTrue(
                end.contains("then `tick` runs: nextTick callbacks come before microtasks"), end);
        var reaction =
                ORDER.events("return").stream()
                        .map(state -> state.get("why").asString())
                        .filter(why -> why.startsWith("`reaction` returns"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                "`reaction` returns, this job ends and `micro` runs: microtasks are drained to the last before Node looks at timers.",
                reaction);
    }

    @Test
    void anIntervalIsANewJobEachTimeAndQueuedWhereItBegan() {
        var run =
                Recorded.script(
                        "let n = 0; const t = setInterval(function again() { if (++n === 3) clearInterval(t); }, 5);");
        assertEquals(List.of("again", "again", "again"), run.labels("job"));
        var places = run.events("job").stream().map(run::at).distinct().toList();
        assertEquals(1, places.size(), places.toString());
    }

    @Test
    void nodesOwnLoadersAreNotShown() {
        var run = Recorded.module("console.log('only this');");
        assertEquals(List.of(), run.events("job"));
    }

    @Test
    void anEmittersListenersAreShownAsLongAsItListens() {
        var run =
                Recorded.script(
                        """
                        const { EventEmitter } = require('node:events');
                        const e = new EventEmitter();
                        e.on('x', function on() {});
                        e.once('x', function once() {});
                        'both';
                        e.emit('x');
                        'one';
                        """);
        assertEquals(List.of("on", "once"), labels(run.at("'both'").getFirst(), "listener"));
        assertEquals(List.of("on"), labels(run.at("'one'").getFirst(), "listener"));
    }
}
