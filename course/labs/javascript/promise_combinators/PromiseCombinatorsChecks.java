package javascript.promise_combinators;

import dev.backwright.checks.Check;
import dev.backwright.checks.Js;
import dev.backwright.checks.Program;
import dev.backwright.checks.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Compares what came of a call, and the order in which tasks begin and end; durations are turns of the event loop.
class PromiseCombinatorsChecks {

    @Check(id = "all-keeps-the-order", title = "`all` gives all values in the order of the items")
    void allKeepsTheOrder(Program program) {
        Stage stage = Stage.of(program);
        Value all = combinator(program, "all");
        stage.play(all, fulfils("a", 30), fulfils("b", 5), is("c"), fulfils("d", 15))
                .because("Values stand where their items stood, whichever is there first")
                .is(fulfilled(List.of("a", "b", "c", "d")));
        stage.play(all, fulfils("a", 5), fulfils("b", 30))
                .because("It waits for the last one")
                .is(fulfilled(List.of("a", "b")));
        stage.play(all, fulfils(Js.UNDEFINED, 9), is(0), fulfils(null, 5), is(Js.UNDEFINED))
                .because("Any value is a value, `undefined` too")
                .is(fulfilled(Arrays.asList(Js.UNDEFINED, 0, null, Js.UNDEFINED)));
        stage.play(all)
                .because("Without items there is nothing to wait for")
                .is(fulfilled(List.of()));
    }

    @Check(
            id = "all-fails-with-the-first",
            title = "`all` is rejected as soon as one of its items is",
            needs = "all-keeps-the-order")
    void allFailsWithTheFirst(Program program) {
        Stage stage = Stage.of(program);
        Value all = combinator(program, "all");
        String soon = "One item is rejected; the others need not be waited for";
        stage.play(all, never(), rejects("no", 5)).because(soon).is(rejected("no"));
        stage.play(all, rejects("no", 5), never()).because(soon).is(rejected("no"));
        stage.play(all, rejects("later", 30), fulfils("a", 1), rejects("sooner", 5))
                .because("The first rejection counts, by time and not by place")
                .is(rejected("sooner"));
        stage.play(all, fulfils("a", 5), rejects(Js.UNDEFINED, 1))
                .because("A reason may be anything, `undefined` too")
                .is(rejected(Js.UNDEFINED));
        stage.play(all, never(), rejects("now", 0)).because(soon).is(rejected("now"));
        stage.leftNothingUnhandled();
    }

    @Check(
            id = "all-settled-tells-of-each",
            title = "`allSettled` tells what became of each item, in their order")
    void allSettledTellsOfEach(Program program) {
        Stage stage = Stage.of(program);
        Value allSettled = combinator(program, "allSettled");
        stage.play(
                        allSettled,
                        fulfils("a", 30),
                        rejects("no", 5),
                        is("c"),
                        rejects(Js.UNDEFINED, 15),
                        fulfils(Js.UNDEFINED, 1))
                .because("There is an entry for each item, at its place, whichever is there first")
                .is(
                        fulfilled(
                                List.of(
                                        Map.of("status", "fulfilled", "value", "a"),
                                        Map.of("status", "rejected", "reason", "no"),
                                        Map.of("status", "fulfilled", "value", "c"),
                                        Map.of("status", "rejected", "reason", Js.UNDEFINED),
                                        Map.of("status", "fulfilled", "value", Js.UNDEFINED))));
        stage.play(allSettled, rejects("no", 0), fulfils("last", 20))
                .because("It waits for the last one, also after a rejection")
                .is(
                        fulfilled(
                                List.of(
                                        Map.of("status", "rejected", "reason", "no"),
                                        Map.of("status", "fulfilled", "value", "last"))));
        stage.play(allSettled, rejects("no", 0), never())
                .because("One item stays pending, so there is no answer yet")
                .is("pending");
        stage.play(allSettled)
                .because("Without items there is nothing to wait for")
                .is(fulfilled(List.of()));
        stage.play(allSettled, fulfils("a", 20), rejects("soon", 1));
        stage.leftNothingUnhandled();
    }

    @Check(id = "race-goes-to-the-first", title = "`race` is settled as the first item that is")
    void raceGoesToTheFirst(Program program) {
        Stage stage = Stage.of(program);
        Value race = combinator(program, "race");
        String first = "The first that is settled decides, by time and not by place";
        stage.play(race, fulfils("slow", 30), fulfils("fast", 5), never())
                .because(first)
                .is(fulfilled("fast"));
        stage.play(race, fulfils("slow", 30), rejects("fast", 5))
                .because("A rejection can be the first, too")
                .is(rejected("fast"));
        stage.play(race, rejects("slow", 30), fulfils("fast", 5))
                .because(first)
                .is(fulfilled("fast"));
        stage.play(race, never(), is(0)).because("A plain value is there already").is(fulfilled(0));
        stage.play(race, fulfils("a", 0), rejects("b", 0))
                .because("Both are settled already; the one that stands first decides")
                .is(fulfilled("a"));
        stage.play(race, rejects(Js.UNDEFINED, 5), never())
                .because("A reason may be anything, `undefined` too")
                .is(rejected(Js.UNDEFINED));
        stage.play(race)
                .because("Without items nobody ever comes first: it stays pending")
                .is("pending");
        stage.leftNothingUnhandled();
    }

    @Check(
            id = "any-goes-to-the-first-value",
            title = "`any` gives the first value, or all reasons where there is none")
    void anyGoesToTheFirstValue(Program program) {
        Stage stage = Stage.of(program);
        Value any = combinator(program, "any");
        stage.play(any, rejects("no", 1), fulfils("slow", 30), fulfils("fast", 5))
                .because("The first that is fulfilled decides, and rejections are passed over")
                .is(fulfilled("fast"));
        stage.play(any, rejects("no", 1), fulfils(Js.UNDEFINED, 5), never())
                .because("Any value is a value, `undefined` too")
                .is(fulfilled(Js.UNDEFINED));
        stage.play(any, rejects("no", 1), never())
                .because("One item is pending, and may still be fulfilled")
                .is("pending");
        stage.play(any, rejects("a", 20), rejects("b", 1), rejects(Js.UNDEFINED, 5))
                .because("All are rejected: `errors` has the reasons in the order of the items")
                .is(aggregate(Arrays.asList("a", "b", Js.UNDEFINED)));
        stage.play(any).because("Without items there is no value").is(aggregate(List.of()));
        stage.play(any, fulfils("fast", 1), rejects("late", 9));
        stage.leftNothingUnhandled();
    }

    /// What an item is matters here, not when: its place is also its turn, so that a mistake in the order fails elsewhere.
    @Check(
            id = "takes-what-promises-take",
            title = "any iterable will do, and any item, thenables among them")
    void takesWhatPromisesTake(Program program) {
        Stage stage = Stage.of(program);
        Value all = combinator(program, "all");
        Value allSettled = combinator(program, "allSettled");
        Value race = combinator(program, "race");
        Value any = combinator(program, "any");
        for (String kind : List.of("a Set", "a generator")) {
            String why = "The items come in " + kind;
            stage.playIn(kind, all, is("a"), fulfils("b", 5))
                    .because(why)
                    .is(fulfilled(List.of("a", "b")));
            stage.playIn(kind, allSettled, is("b"))
                    .because(why)
                    .is(fulfilled(List.of(Map.of("status", "fulfilled", "value", "b"))));
            stage.playIn(kind, race, is("b"), never()).because(why).is(fulfilled("b"));
            stage.playIn(kind, any, rejects("no", 1), fulfils("b", 5))
                    .because(why)
                    .is(fulfilled("b"));
        }
        String once =
                "A thenable is awaited like a promise; what it says first counts, and nothing after it";
        for (int turns : new int[] {0, 5}) {
            stage.play(all, thenable("a", turns), fulfils("b", 9))
                    .because(once)
                    .is(fulfilled(List.of("a", "b")));
            stage.play(all, badThenable("no", turns), fulfils("b", 9))
                    .because(once)
                    .is(rejected("no"));
            stage.play(allSettled, is("a"), thenable("b", turns))
                    .because(once)
                    .is(
                            fulfilled(
                                    List.of(
                                            Map.of("status", "fulfilled", "value", "a"),
                                            Map.of("status", "fulfilled", "value", "b"))));
            stage.play(race, thenable("b", turns), never()).because(once).is(fulfilled("b"));
            stage.play(any, badThenable("no", turns), fulfils("b", 9))
                    .because(once)
                    .is(fulfilled("b"));
        }
        for (Value each : List.of(all, allSettled, race, any)) {
            stage.playIn("a generator that throws", each)
                    .because(
                            "Whatever happens there is a promise; the iterable threw 'broken', so it is rejected with that")
                    .is(rejected("broken"));
        }
    }

    @Check(
            id = "pool-keeps-to-its-limit",
            title =
                    "`pool` has `limit` tasks at work, never more, and no fewer while there are any")
    void poolKeepsToItsLimit(Program program) {
        Stage stage = Stage.of(program);
        Value pool = pool(program);
        Value two =
                stage.work(
                        pool,
                        2,
                        fulfils("a", 60),
                        fulfils("b", 10),
                        fulfils("c", 10),
                        fulfils("d", 10));
        log(
                two,
                "`limit` is 2, and the first task takes as long as all the others: each time that one ends the"
                        + " next begins",
                "begin 1",
                "begin 2",
                "end 2",
                "begin 3",
                "end 3",
                "begin 4",
                "end 4",
                "end 1");
        two.get("takenAtFirst")
                .as("tasks taken when the first one ended")
                .because("A task is taken from `tasks` only when it can begin; `limit` is 2")
                .isAtMost(2);
        log(
                stage.work(pool, 1, fulfils("a", 5), fulfils("b", 5), fulfils("c", 5)),
                "With a `limit` of 1 they go one by one",
                "begin 1",
                "end 1",
                "begin 2",
                "end 2",
                "begin 3",
                "end 3");
        log(
                stage.work(pool, 5, fulfils("a", 5), fulfils("b", 10), fulfils("c", 20)),
                "With a `limit` of 5 three tasks begin at once",
                "begin 1",
                "begin 2",
                "begin 3",
                "end 1",
                "end 2",
                "end 3");
    }

    @Check(
            id = "pool-answers-in-the-order-of-tasks",
            title = "`pool` gives all answers in the order of the tasks")
    void poolAnswersInTheOrderOfTasks(Program program) {
        Stage stage = Stage.of(program);
        Value pool = pool(program);
        Value seen =
                stage.work(
                        pool,
                        3,
                        fulfils("a", 30),
                        is(Js.UNDEFINED),
                        fulfils("c", 5),
                        is(0),
                        fulfils(null, 3),
                        fulfils(Js.UNDEFINED, 8),
                        thenable("g", 2));
        seen.get("outcome")
                .as("what came of it")
                .because(
                        "Answers stand where their tasks stood, whatever they are, promised, plain or by a thenable")
                .is(fulfilled(Arrays.asList("a", Js.UNDEFINED, "c", 0, null, Js.UNDEFINED, "g")));
        seen.get("given")
                .as("arguments given to tasks")
                .because("A task is called without arguments")
                .is(0);
        stage.work(pool, 2)
                .get("outcome")
                .as("what came of it")
                .because("Without tasks there is nothing to wait for")
                .is(fulfilled(List.of()));
    }

    @Check(
            id = "pool-stops-at-the-first-failure",
            title = "`pool` begins no more tasks after a failure, and passes it on at once",
            needs = {"pool-keeps-to-its-limit", "pool-answers-in-the-order-of-tasks"})
    void poolStopsAtTheFirstFailure(Program program) {
        Stage stage = Stage.of(program);
        Value pool = pool(program);
        for (Object reason : List.of("no", Js.UNDEFINED)) {
            Value seen =
                    stage.work(pool, 2, fulfils("a", 60), rejects(reason, 10), fulfils("c", 5));
            seen.get("outcome")
                    .as("what came of it")
                    .because("The second task is rejected, and that is the rejection of the pool")
                    .is(rejected(reason));
            log(
                    seen,
                    "The pool is rejected when the second task is, and does not wait for the first",
                    "begin 1",
                    "begin 2",
                    "fail 2");
            seen.get("afterwards")
                    .as("what happened afterwards")
                    .because("After a failure no task begins, also when one that is at work ends")
                    .is(List.of("end 1"));
        }
        Value thrown = stage.work(pool, 1, is("a"), List.of("throws", "broken"), fulfils("c", 5));
        thrown.get("outcome")
                .as("what came of it")
                .because("The second task throws, and that is the rejection of the pool")
                .is(rejected("broken"));
        var begun = new ArrayList<Object>(List.of("begin 1", "begin 2"));
        log(thrown, "After a task that throws no other begins", begun.toArray(String[]::new));
        thrown.get("afterwards").as("what happened afterwards").is(List.of());

        Value both = stage.work(pool, 2, rejects("later", 20), rejects("sooner", 5));
        both.get("outcome")
                .as("what came of it")
                .because("The first failure counts")
                .is(rejected("sooner"));
        stage.leftNothingUnhandled();
    }

    private static Value combinator(Program program, String name) {
        return program.module("combinators.js").get(name).as(name);
    }

    private static Value pool(Program program) {
        return program.module("pool.js").get("pool").as("pool");
    }

    private static void log(Value seen, String why, String... events) {
        seen.get("log").as("what happened").because(why).is(List.of(events));
    }

    private static List<Object> is(Object value) {
        return Arrays.asList("is", value);
    }

    private static List<Object> fulfils(Object value, int turns) {
        return Arrays.asList("fulfils", value, turns);
    }

    private static List<Object> rejects(Object reason, int turns) {
        return Arrays.asList("rejects", reason, turns);
    }

    private static List<Object> thenable(Object value, int turns) {
        return Arrays.asList("thenable", value, turns);
    }

    private static List<Object> badThenable(Object reason, int turns) {
        return Arrays.asList("bad thenable", reason, turns);
    }

    private static List<Object> never() {
        return List.of("never");
    }

    private static Map<String, Object> fulfilled(Object value) {
        return Map.of("fulfilled", value);
    }

    private static Map<String, Object> rejected(Object reason) {
        return Map.of("rejected", reason);
    }

    private static Map<String, Object> aggregate(List<?> errors) {
        return Map.of("rejected", "AggregateError", "errors", errors);
    }
}
