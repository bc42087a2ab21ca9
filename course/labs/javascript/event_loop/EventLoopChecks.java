package javascript.event_loop;

import dev.backwright.checks.Check;
import dev.backwright.checks.Js;
import dev.backwright.checks.Program;
import dev.backwright.checks.Seed;
import dev.backwright.checks.Value;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// Counts steps and beats per turn of the event loop and compares the order of events; no milliseconds are compared.
class EventLoopChecks {

    @Check(
            id = "job-comes-to-its-own-end",
            title = "`run` answers with what the job came to, be it a value or an error")
    void jobComesToItsOwnEnd(Program program) {
        Value createScheduler = createScheduler(program);
        Value scenes = Loop.scenes(program);
        Value counting = counting(program);
        Value long7 = counting.call(7, "seven").as("job");
        createScheduler
                .call(3)
                .as("scheduler")
                .invoke("run", long7)
                .awaited()
                .because("`run` answers with the value that came with `done: true`")
                .is("seven");
        long7.get("calls")
                .as("the number of steps")
                .because("`next` is called until it says `done: true`, and not again")
                .is(7);
        Value nothing =
                createScheduler
                        .call(3)
                        .as("scheduler")
                        .invoke("run", counting.call(1, Js.UNDEFINED).as("job"));
        ends(
                scenes,
                nothing,
                "A job of one step that gives `{ done: true, value: undefined }` is done");
        nothing.awaited().because("`undefined` is a value like any other").is(Js.UNDEFINED);
        Value pending = program.value("Promise.withResolvers().promise");
        Value promising =
                createScheduler
                        .call(3)
                        .as("scheduler")
                        .invoke("run", counting.call(4, "four", pending).as("job"));
        ends(
                scenes,
                promising,
                "What comes with `done: false` is ignored, also a promise that stays pending");
        promising.awaited().is("four");

        Value scheduler = createScheduler.call(3).as("scheduler");
        Value error = program.value("new Error('row 2 is damaged')").as("error");
        Value failing = counting.call(5, "never", 0, error).as("failing");
        Value before = scheduler.invoke("run", counting.call(4, "before").as("before"));
        Value failed = scheduler.invoke("run", failing);
        Value after = scheduler.invoke("run", counting.call(6, "after").as("after"));
        failed.rejection()
                .because("The promise is rejected with the very error that `next` threw")
                .isSameAs(error);
        String others = "A job that fails does no harm to others";
        ends(scenes, before, others);
        before.awaited().because(others).is("before");
        ends(scenes, after, others);
        after.awaited().because(others).is("after");
        failing.get("calls")
                .as("the number of steps of the failing job")
                .because("A job that has failed gets no more steps")
                .is(2);
    }

    @Check(
            id = "heart-goes-on-beating",
            title = "a long job lets timers, I/O callbacks and immediates have their turns")
    void heartGoesOnBeating(Program program) {
        Value createScheduler = createScheduler(program);
        Value scenes = Loop.scenes(program);
        scenes.invoke("served", createScheduler)
                .awaited()
                .as("who was served meanwhile")
                .because("The job went on until all three were served, or else for a million steps")
                .is(List.of("a timer", "an I/O callback", "an immediate"));
        scenes.invoke("missed", createScheduler)
                .awaited()
                .as("beats missed of 99")
                .because("A heart that beats once a turn beats between each two of 100 slices")
                .isAtMost(50);
    }

    @Check(
            id = "run-only-asks",
            title = "steps are run by the loop alone, and not by `run` or a promise job",
            needs = "heart-goes-on-beating")
    void runOnlyAsks(Program program) {
        Loop.scenes(program)
                .invoke("first", createScheduler(program))
                .awaited()
                .as("what happened")
                .because("The code that called `run`, its ticks and its promise jobs come first")
                .is(List.of("the code after run", "ticks and promise jobs", "a step"));
    }

    @Check(
            id = "turn-holds-slice-steps",
            title = "a turn of the loop holds `slice` steps, of all jobs of a scheduler together",
            needs = {"job-comes-to-its-own-end", "run-only-asks"})
    void turnHoldsSliceSteps(Program program, Seed seed) {
        Value createScheduler = createScheduler(program);
        Value scenes = Loop.scenes(program);
        turns(
                scenes.invoke("turns", createScheduler, 4, List.of(10)),
                4,
                "one job of 10 steps",
                List.of(4, 4, 2));
        turns(
                scenes.invoke("turns", createScheduler, 1, List.of(3)),
                1,
                "one job of 3 steps",
                List.of(1, 1, 1));
        turns(
                scenes.invoke("turns", createScheduler, 4, List.of(5, 6)),
                4,
                "two jobs, of 5 and of 6 steps",
                List.of(4, 4, 3));
        int slice = seed.between(5, 9);
        var ones = Collections.nCopies(3 * slice, 1);
        turns(
                scenes.invoke("turns", createScheduler, slice, ones),
                slice,
                ones.size() + " jobs of one step",
                List.of(slice, slice, slice));
        turns(
                scenes.invoke("turns", createScheduler, 2, List.of(0, 0, 3, 0)),
                2,
                "three jobs that throw in their first step, and one of 3 steps",
                List.of(2, 2, 2));
        for (String how : List.of("in its last step", "when it is done")) {
            scenes.invoke("chain", createScheduler, 2, how)
                    .as("the promise for 12 jobs (each calls `run` for the next one, " + how + ")")
                    .awaited()
                    .as("the most steps in one turn")
                    .because(
                            "Each of 12 jobs calls `run` for the next one, "
                                    + how
                                    + "; `slice` is 2")
                    .isAtMost(2);
        }
        scenes.invoke("pair", createScheduler)
                .awaited()
                .as("steps in each turn, of either scheduler")
                .because("One scheduler has slices of 1 step, the other of 3; they share nothing")
                .is(List.of(List.of(1, 1, 1, 1), List.of(3, 3)));
    }

    @Check(
            id = "jobs-take-turns",
            title = "jobs take turns, one step each, in the order of a queue",
            needs = "run-only-asks")
    void jobsTakeTurns(Program program) {
        Value createScheduler = createScheduler(program);
        Value scenes = Loop.scenes(program);
        for (int slice : new int[] {100, 2, 1}) {
            scenes.invoke("order", createScheduler, slice)
                    .awaited()
                    .as("the steps")
                    .because(
                            "`run` was called for jobs `a`, `b` and `c` of 3, 2 and 1 steps; the first step of"
                                    + " `b` calls it for `d`, of 2 steps; `slice` is "
                                    + slice)
                    .is("a b c a d b a d");
        }
    }

    @Check(
            id = "idle-means-idle",
            title = "a scheduler without jobs leaves nothing behind, and wakes up again")
    void idleMeansIdle(Program program) {
        Value createScheduler = createScheduler(program);
        Value scenes = Loop.scenes(program);
        Value atRest = scenes.invoke("leftOver").awaited();
        Value scheduler = createScheduler.call(2).as("scheduler");
        idle(scenes, atRest, "No job was ever given to it");

        ends(scenes, scheduler.invoke("run", job(scenes)), "The first job is given to it");
        idle(scenes, atRest, "The job is done");
        ends(
                scenes,
                scheduler.invoke("run", job(scenes)),
                "It has been idle, and wakes up for the next job");

        Value failing = program.value("({ next() { throw new Error('damaged'); } })").as("failing");
        ends(scenes, scheduler.invoke("run", failing), "A job that throws is at its end");
        idle(scenes, atRest, "The last job has failed");
        ends(
                scenes,
                scheduler.invoke("run", job(scenes)),
                "It has been idle, and wakes up for the next job");
        idle(scenes, atRest, "All jobs are done");
    }

    @Check(
            id = "batch-comes-before-the-loop-goes-on",
            title = "what is added is sent together, before the loop goes on")
    void batchComesBeforeTheLoopGoesOn(Program program) {
        Value seen =
                Loop.scenes(program).invoke("adds", createBatcher(program)).awaited().as("seen");
        seen.get("first")
                .as("what happened")
                .because(
                        "One callback adds three items to one batcher and one to another; they are sent when"
                                + " its code is at its end, before any timer or immediate")
                .isOneOf(
                        List.of("the code", "send 3", "other 1"),
                        List.of("the code", "other 1", "send 3"));
        seen.get("batches")
                .as("what `send` was called with")
                .because(
                        "Each batch is an array of its own and not empty, with its items in their order")
                .is(List.of(Arrays.asList("a", 0, Js.UNDEFINED), List.of("b")));
        seen.get("second")
                .as("what happened some turns later")
                .because("What an immediate adds is sent before the next immediate")
                .is(List.of("add", "send 1", "the next immediate"));
    }

    @Check(
            id = "batch-once-a-turn",
            title = "`send` is called once a turn at most, whoever adds",
            needs = "batch-comes-before-the-loop-goes-on")
    void batchOnceATurn(Program program) {
        Value createBatcher = createBatcher(program);
        Value scenes = Loop.scenes(program);
        scenes.invoke("twice", createBatcher)
                .awaited()
                .as("what happened")
                .because(
                        "The first immediate of a turn adds `a`, the second `b` and `c`; `a` has been sent in"
                                + " this turn, so they are sent in a later one")
                .is(List.of("send a", "the last immediate of the turn", "send b c"));
        scenes.invoke("rounds", createBatcher)
                .awaited()
                .as("what happened")
                .because(
                        "Every second turn adds `x`; nothing was sent in that turn, so it is sent before the next"
                                + " immediate")
                .is(List.of("add", "send x", "the next immediate"));
        List<Integer> items = IntStream.rangeClosed(1, 20).boxed().toList();
        for (String how : List.of("at once", "in a promise job", "in a tick")) {
            Value seen = scenes.invoke("feeds", createBatcher, how).awaited().as("seen");
            seen.get("items")
                    .as("what was sent")
                    .because("`send` adds the next item, " + how + ", until there are 20")
                    .is(items);
            seen.get("turns")
                    .as("the number of turns it took")
                    .because(
                            "`send` adds the next item, "
                                    + how
                                    + "; each send has a turn of its own")
                    .is(20);
        }
    }

    private static Value createScheduler(Program program) {
        return program.module("scheduler.js").get("createScheduler").as("createScheduler");
    }

    private static Value job(Value scenes) {
        return scenes.invoke("job", 5).as("job");
    }

    private static Value createBatcher(Program program) {
        return program.module("batcher.js").get("createBatcher").as("createBatcher");
    }

    /// Makes a job of so many steps that counts the calls of its `next`; the second may throw an error.
    private static Value counting(Program program) {
        return program.value(
                        """
                        (steps, answer, between, error) => {
                          const job = {
                            calls: 0,
                            next(...given) {
                              job.calls++;
                              if (this !== job) return { done: true, value: '`next` was called without its job' };
                              if (given.length > 0) return { done: true, value: '`next` was given arguments' };
                              if (error && job.calls === 2) throw error;
                              const done = job.calls >= steps;
                              return { done, value: done ? answer : between };
                            },
                          };
                          return job;
                        }
                        """)
                .as("jobOf");
    }

    private static void turns(Value seen, int slice, String jobs, List<Integer> sizes) {
        seen.awaited()
                .as("steps in each turn")
                .because("`slice` is " + slice + ", and `run` was called for " + jobs)
                .is(sizes);
    }

    private static void ends(Value scenes, Value promise, String why) {
        scenes.invoke("ends", promise).awaited().as("the promise").because(why).is("has ended");
    }

    private static void idle(Value scenes, Value atRest, String why) {
        scenes.invoke("leftOver", atRest)
                .awaited()
                .as("timers, immediates and handles left over")
                .because(why + ", so nothing may keep the process alive")
                .is(0);
    }
}
