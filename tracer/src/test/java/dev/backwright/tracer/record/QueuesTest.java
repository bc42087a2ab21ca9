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
    void aFileIsPendingFromWhenItIsAskedForUntilItsCallbackRuns() {
        var run =
                Recorded.script(
                        """
                        const fs = require('node:fs');
                        fs.readFile('main.cjs', function read() {});
                        'asked';
                        setImmediate(function meanwhile() {});
                        'end';
                        """);
        var asked = Recorded.jobs(run.at("'asked'").getFirst(), "poll").toList();
        assertEquals(
                List.of("readFile('main.cjs')"),
                labels(run.at("'asked'").getFirst(), "poll"),
                asked.toString());
        assertEquals("file", asked.getFirst().get("kind").asString());
        assertEquals(
                "fs.readFile('main.cjs', function read() {})",
                run.at(run.states().get(asked.getFirst().get("step").asInt())));
        assertEquals(List.of("meanwhile", "readFile('main.cjs')"), run.labels("job"));
        var begins = run.events("job").getLast();
        assertEquals("poll", begins.get("phase").asString());
        assertEquals(asked.getFirst().get("step"), running(begins).get("step"), begins.toString());
        assertTrue(running(begins).has("call"), begins.toString());
        assertEquals(List.of(), labels(run.last(), "poll"));
        assertEquals(
                "`readFile('main.cjs')` runs: Node has done it, and the event loop is in its poll phase.",
                begins.get("why").asString());
    }

    private static tools.jackson.databind.JsonNode running(tools.jackson.databind.JsonNode state) {
        return state.get("jobs").get(state.get("running").asString());
    }

    @Test
    void aFileWithAPromiseIsDoneBeforeWhatAwaitsIt() {
        var run =
                Recorded.module(
                        """
                        import { readFile, writeFile } from 'node:fs/promises';
                        async function both() {
                          await Promise.all([readFile('main.mjs'), writeFile('other.txt', 'x')]);
                          'done';
                        }
                        both();
                        'asked';
                        """);
        assertEquals(
                List.of("readFile('main.mjs')", "writeFile('other.txt')"),
                labels(run.at("'asked'").getFirst(), "poll"));
        var begun = run.events("job");
        assertEquals(
                List.of("writeFile('other.txt')", "readFile('main.mjs')", "both"),
                run.labels("job"));
        assertEquals("poll", begun.getFirst().get("phase").asString());
        assertEquals(List.of(), labels(run.at("'done'").getFirst(), "poll"));
    }

    @Test
    void aModuleLoadsUntilItRuns() {
        var run =
                Recorded.of(
                        Limits.STANDARD,
                        "main.mjs",
                        java.util.Map.of(
                                "main.mjs",
                                        "const lib = import('./lib.mjs'); 'asked'; await lib; 'there';",
                                "lib.mjs", "'inside';"));
        assertEquals(List.of("import('./lib.mjs')"), labels(run.at("'asked'").getFirst(), "micro"));
        var inside = run.at("'inside'").getFirst();
        assertEquals("import", running(inside).get("kind").asString());
        assertEquals(
                "import('./lib.mjs')",
                run.at(run.states().get(running(inside).get("step").asInt())));
        assertTrue(
                labels(run.at("'there'").getFirst(), "micro").stream()
                        .noneMatch(label -> label.startsWith("import")));
    }

    @Test
    void aTimerThatSettlesAPromiseIsAJobOfItsOwn() {
        var run =
                Recorded.module(
                        """
                        import { setTimeout as after, setImmediate as soon, setInterval as every } from 'node:timers/promises';
                        await after(5);
                        await soon();
                        for await (const _ of every(3)) break;
                        """);
        assertEquals(
                List.of(
                        "timeout timers",
                        "await micro",
                        "immediate check",
                        "await micro",
                        "interval timers",
                        "await micro"),
                run.events("job").stream()
                        .map(state ->
                                running(state).get("kind").asString()
                                        + " "
                                        + state.get("phase").asString())
                        .limit(6)
                        .toList());
        var timeout = run.events("job").getFirst();
        assertEquals("after(5)", run.at(timeout));
        assertEquals(
                "promise",
                Recorded.object(timeout, running(timeout).get("of")).get("kind").asString());
    }

    @Test
    void aSignalThatTimesOutRunsItsListenersInItsJob() {
        var run =
                Recorded.script(
                        """
                        const signal = AbortSignal.timeout(20);
                        signal.addEventListener('abort', function aborted() {});
                        setTimeout(() => {}, 30);
                        'end';
                        """);
        assertEquals(
                List.of("AbortSignal.timeout", "() => {}"),
                labels(run.at("'end'").getFirst(), "timer"));
        assertEquals(List.of("AbortSignal.timeout", "() => {}"), run.labels("job"));
    }

    @Test
    void whatIsAwaitedOfAnEmitterIsAListener() {
        var run =
                Recorded.module(
                        """
                        import { EventEmitter, once } from 'node:events';
                        const e = new EventEmitter();
                        setTimeout(function later() { e.emit('go'); }, 1);
                        await once(e, 'go');
                        'gone';
                        """);
        var before = run.at("e.emit('go')").getFirst();
        assertEquals(List.of("events.once"), labels(before, "listener"));
        assertEquals(List.of(), labels(run.at("'gone'").getFirst(), "listener"));
    }

    @Test
    void aStreamsChunkIsItsListenersJob() {
        var run =
                Recorded.script(
                        """
                        const { Readable } = require('node:stream');
                        const r = Readable.from(['a']);
                        r.on('data', function data() {});
                        """);
        var data =
                run.events("job").stream()
                        .filter(state -> running(state).get("label").asString().equals("data"))
                        .toList();
        assertEquals(1, data.size());
        assertEquals("data", running(data.getFirst()).get("event").asString());
        assertEquals("`data` runs: Readable emits 'data'.", data.getFirst().get("why").asString());
    }

    @Test
    void aCallbackOfNodesOwnIsAJobToo() {
        var run =
                Recorded.script(
                        "setTimeout(console.log, 2, 'x'); process.nextTick(console.log, 'y');");
        assertEquals("y\nx\n", run.console());
        assertEquals(
                List.of("tick", "timer"),
                run.events("job").stream()
                        .map(state -> running(state).get("queue").asString())
                        .toList());
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
