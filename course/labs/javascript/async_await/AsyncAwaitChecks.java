package javascript.async_await;

import dev.backwright.checks.Check;
import dev.backwright.checks.Js;
import dev.backwright.checks.Program;
import dev.backwright.checks.Seed;
import dev.backwright.checks.Spy;
import dev.backwright.checks.Value;
import java.util.List;
import java.util.Map;

/// Time is handed in: requests, waits and deadlines of a [Desk] end when the check says so.
class AsyncAwaitChecks {

    @Check(id = "sleep-can-be-ended", title = "`sleep` waits, and ends when its signal is aborted")
    void sleepCanBeEnded(Program program) {
        Desk desk = Desk.in(program);
        Clock clock = new Clock(program);
        Value sleep = program.module("client.js").get("sleep").as("sleep");
        clock.race(sleep)
                .because("`sleep(ms)` takes as long as a timer of `ms` milliseconds")
                .is(List.of("timer of 2 ms", "sleep(40)", "timer of 200 ms"));

        Signal closing = Signal.in(program);
        Value hour = sleep.call(3_600_000, closing.option()).as("hour");
        Value reason = program.value("({ why: 'closing' })").as("reason");
        closing.abort(reason);
        desk.fails(
                hour,
                "`sleep` fails with `signal.reason` itself, as soon as it is aborted",
                reason);
        desk.fails(
                sleep.call(3_600_000, closing.option()),
                "The signal was aborted before: there is nothing to wait for",
                reason);
        clock.timersLeftBy20Of(sleep)
                .because("A timer that nobody waits for would keep the process alive for an hour")
                .is(0);
        closing.hasNoListener("An ended `sleep` leaves no listener on the signal");

        Signal longLived = Signal.in(program);
        sleep.call(1, longLived.option())
                .awaited()
                .because("`sleep` gives nothing")
                .is(Js.UNDEFINED);
        longLived.hasNoListener("A finished `sleep` leaves no listener on the signal");
    }

    @Check(
            id = "tries-again-what-is-temporary",
            title = "`get` tries again after a temporary failure, and waits longer each time")
    void triesAgainWhatIsTemporary(Program program, Seed seed) {
        Desk desk = Desk.in(program);
        int delay = seed.between(3, 9) * 10;
        Client client = desk.client(Map.of("tries", 4, "delay", delay));
        Value got = client.begins("got", "get", "/price");
        for (int i = 0; i < 3; i++) {
            desk.paths()
                    .because("After " + i + " temporary failures and waits there is one more try")
                    .is("/price" + " /price".repeat(i));
            desk.fail(i, i == 1 ? desk.noError() : desk.temporary("busy " + i));
            desk.waits()
                    .because(
                            i == 1
                                    ? "What has `temporary: true` is a temporary failure, an `Error` or not"
                                    : "There is one wait after each temporary failure")
                    .is(i + 1);
            desk.wait(i)
                    .get("ms")
                    .because("The first wait takes `delay`, each further one twice the one before")
                    .is(delay << i);
            desk.paths()
                    .because("While it waits it does not ask")
                    .is("/price" + " /price".repeat(i));
            desk.waited(i);
        }
        Value answer = program.value("({ price: 12 })").as("answer");
        desk.answer(3, answer);
        got.awaited().because("`get` gives the very answer of `send`").isSameAs(answer);
        desk.waits().because("After an answer there is nothing to wait for").is(3);

        Value nothing = client.begins("nothing", "get", "/nothing");
        desk.answer(4, Js.UNDEFINED);
        nothing.awaited().because("`undefined` is an answer too").is(Js.UNDEFINED);
        desk.paths()
                .because("`undefined` is an answer too: do not ask for it again")
                .is("/price /price /price /price /nothing");

        Plain plain = new Plain(program);
        plain.triesThreeTimes();
        plain.waitsBySleep();
    }

    @Check(
            id = "loses-no-error",
            title =
                    "`get` hands on each error: a lasting one at once, all temporary ones at the end")
    void losesNoError(Program program) {
        Desk desk = Desk.in(program);
        Spy pause = program.spy("async () => {}");
        Failing failing = new Failing(desk, pause);
        failing.lasts("new TypeError('no such path')");
        failing.lasts("Object.assign(new Error('gone'), { temporary: false })");
        failing.lasts("'a text'");
        failing.lasts("undefined");
        failing.lasts("null");
        pause.calls().because("What is not temporary is not waited for").is(0);
        failing.throwsAtOnce();

        Tries tries = new Tries(desk, desk.client(Map.of("tries", 2)));
        tries.allFail(0);
        tries.allFail(2);
        tries.lastOneFailsForGood(4);
        Value one = desk.client(Map.of("tries", 1)).begins("once", "get", "/once");
        desk.busy(6);
        desk.failed(one, "With `tries` 1 the first failure is the last")
                .isInstanceOf("AggregateError");
        desk.waits().because("There were three waits, none after a last try").is(3);
    }

    @Check(id = "can-be-cancelled", title = "`get` ends with its signal, whatever it is doing")
    void canBeCancelled(Program program) {
        Leaver caller = Leaver.at(Desk.in(program));
        caller.leavesBeforeItBegins();
        caller.leavesWhileItAsks();
        caller.leavesWhileItWaits();
        caller.leavesWhileASendListens();
        caller.staysForTheAnswer();
    }

    @Check(id = "one-deadline", title = "all tries and waits of one `get` share one deadline")
    void oneDeadline(Program program, Seed seed) {
        Desk desk = Desk.in(program);
        int limit = seed.between(11, 99) * 10;
        Client client = desk.client(Map.of("limit", limit));
        Value got = client.begins("got", "get", "/silent");
        desk.busy(0);
        desk.waited(0);
        desk.limits()
                .because("There is one deadline for the whole `get`, not one for each try")
                .is(1);
        desk.limit(0).get("ms").because("The deadline is `limit` milliseconds away").is(limit);
        desk.limit(0).invoke("expire");
        desk.fails(
                got,
                "At the deadline `get` fails with the reason of its signal, also when"
                        + " `send` does not listen",
                desk.limit(0).get("late").as("limits[0].late"));
        desk.toldToStop(1, "`send` is told that it may stop");

        Signal signal = Signal.in(program);
        Value waiting = client.begins("waiting", "get", "/busy", signal.option());
        desk.limits().because("Each `get` has a deadline of its own").is(2);
        desk.busy(2);
        desk.limit(1).invoke("expire");
        desk.fails(
                waiting,
                "The deadline ends a wait as well, with or without a signal of the caller's",
                desk.limit(1).get("late").as("limits[1].late"));
        desk.rest();
        desk.paths().because("After the deadline it does not ask").is("/silent /silent /busy");

        Plain plain = new Plain(program);
        plain.givesUpAfterFiveSeconds();
        plain.givesUpByAbortSignal();
    }

    @Check(id = "all-at-once", title = "`getAll` asks for everything at once, and cancels the rest")
    void allAtOnce(Program program) {
        Desk desk = Desk.in(program);
        Client client = desk.client(Map.of());
        Value all = client.begins("all", "getAll", List.of("/a", "/b", "/c"));
        desk.paths().because("All paths are asked for before anybody has answered").is("/a /b /c");
        desk.answer(2, "C");
        desk.busy(0);
        desk.waited(0);
        desk.paths().because("Each path is tried again as `get` does it").is("/a /b /c /a");
        desk.answer(3, "A");
        desk.answer(1, Js.UNDEFINED);
        Value answers = all.awaited().as("answers");
        answers.get("length").because("There is one answer for each path").is(3);
        answers.get("0").because("Answers stand in the order of the paths").is("A");
        answers.get("1").is(Js.UNDEFINED);
        answers.get("2").is("C");
        client.invoke("getAll", List.of()).awaited().because("No paths, no answers").is(List.of());

        Signal signal = Signal.in(program);
        cancelsTheRest(desk, client, signal);
        Value last = client.invoke("getAll", List.of("/g", "/h"), signal.option());
        desk.rest();
        Value reason = program.value("({ why: 'the caller has left' })").as("reason");
        signal.abort(reason);
        desk.fails(last.as("last"), "`getAll` ends at once when its signal is aborted", reason);
        desk.toldToStop(7, "The abort reaches every `send`");
        desk.toldToStop(8, "The abort reaches every `send`");
    }

    @Check(
            id = "one-after-the-other",
            title = "`inTurn` begins the next only when the one before is done with")
    void oneAfterTheOther(Program program) {
        Desk desk = Desk.in(program);
        Client client = desk.client(Map.of());
        Uses uses = Uses.in(program);
        Value end = program.value("({})").as("end");
        Value done = client.invoke("inTurn", List.of("/1", "/2"), uses.use()).as("done");
        program.value("(done, end) => { done.then(() => { end.seen = true; }, () => {}); }")
                .as("noteTheEnd")
                .call(done, end);
        desk.rest();
        desk.paths().because("The second is not asked for before the first is used").is("/1");
        desk.answer(0, "one");
        uses.soFar().because("`use` gets the answer and its path").is("one of /1");
        desk.paths().because("The first is still being used").is("/1");
        uses.end(0);
        desk.rest();
        desk.paths().because("The first has been used: now for the second").is("/1 /2");
        desk.answer(1, "two");
        uses.soFar().is("one of /1, two of /2");
        end.get("seen")
                .because("The last `use` has not finished, nor has `inTurn`")
                .is(Js.UNDEFINED);
        uses.end(1);
        done.awaited();
        stopsAtAFailure(desk, client, uses);

        Signal signal = Signal.in(program);
        Value reason = program.value("({ why: 'the caller has left' })").as("reason");
        Value left =
                client.begins("left", "inTurn", List.of("/7", "/8"), uses.use(), signal.option());
        signal.abort(reason);
        desk.fails(left, "`inTurn` ends at once when its signal is aborted during a `get`", reason);
        desk.rest();
        uses.soFar()
                .because("What was not answered is not used")
                .is("one of /1, two of /2, three of /3");
    }

    @Check(
            id = "gives-the-connection-back",
            title = "`withConnection` gives the connection back, once and last, whatever happens")
    void givesTheConnectionBack(Program program) {
        Desk desk = Desk.in(program);
        Bank bank = Bank.at(desk);
        Value answer = program.value("({ id: 7 })").as("answer");
        bank.lend("gives", answer)
                .awaited()
                .because("`withConnection` gives the very answer of `use`")
                .isSameAs(answer);
        bank.happened()
                .because("`use` gets the connection, which then goes back")
                .is("acquire, release");
        bank.lendForLong().awaited();
        bank.happened()
                .because("The connection goes back when `use` has finished, not when it has begun")
                .is("acquire, work, worked, release");

        Value error = program.value("new Error('the work failed')").as("error");
        desk.fails(
                bank.lend("rejects", error),
                "What `use` fails with reaches the caller: the very same error",
                error);
        bank.happened()
                .because("After a failure there is a rollback, then the connection goes back")
                .is("acquire, work, rollback, rolled back, release");
        desk.failed(
                        bank.lend("throws", Js.UNDEFINED),
                        "`use` may throw before it gives a promise, and may throw anything")
                .is(Js.UNDEFINED);
        bank.happened()
                .because("Throwing `undefined` is failing too")
                .is("acquire, rollback, rolled back, release");
        bank.failsToRollBackAfter(error);
        bank.hasNoConnection();
    }

    private static void cancelsTheRest(Desk desk, Client client, Signal signal) {
        Value some = client.begins("some", "getAll", List.of("/d", "/e", "/f"), signal.option());
        Value lasting = desk.program().value("new Error('gone')").as("lasting");
        desk.fail(5, lasting);
        desk.fails(
                some,
                "The first failure is the failure of `getAll`, without waiting for others",
                lasting);
        desk.rest();
        desk.toldToStop(4, "The first failure cancels all others");
        desk.toldToStop(6, "The first failure cancels all others");
        desk.fail(4, desk.temporary("late"));
        desk.paths().because("What is cancelled is not tried again").is("/a /b /c /a /d /e /f");
        signal.hasNoListener("An ended `getAll` leaves no listener on its signal");
    }

    private static void stopsAtAFailure(Desk desk, Client client, Uses uses) {
        Value error = desk.program().value("new Error('cannot be used')").as("error");
        Value failing = client.begins("failing", "inTurn", List.of("/3", "/4"), uses.use());
        desk.answer(2, "three");
        uses.fail(2, error);
        desk.fails(failing, "What `use` fails with reaches the caller", error);
        Value gone = client.begins("gone", "inTurn", List.of("/5", "/6"), uses.use());
        desk.fail(3, error);
        desk.fails(gone, "What `get` fails with reaches the caller", error);
        desk.paths().because("After a failure nothing further is begun").is("/1 /2 /3 /5");
    }
}
