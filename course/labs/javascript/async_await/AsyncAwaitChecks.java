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
        Value sleep = program.module("client.js").get("sleep").as("sleep");
        program.value(
                        """
                        async (sleep) => {
                          const order = [];
                          const timer = (ms) => new Promise((done) => setTimeout(done, ms));
                          await Promise.all([
                            timer(2).then(() => order.push('timer of 2 ms')),
                            sleep(40).then(() => order.push('sleep(40)')),
                            timer(200).then(() => order.push('timer of 200 ms')),
                          ]);
                          return order;
                        }
                        """)
                .as("raceWithTimers")
                .call(sleep)
                .awaited()
                .because("`sleep(ms)` takes as long as a timer of `ms` milliseconds")
                .is(List.of("timer of 2 ms", "sleep(40)", "timer of 200 ms"));

        Value controller = desk.controller();
        Value hour = sleep.call(3_600_000, Desk.signalOf(controller)).as("hour");
        Value reason = program.value("({ why: 'closing' })").as("reason");
        controller.invoke("abort", reason);
        desk.fails(
                hour,
                "`sleep` fails with `signal.reason` itself, as soon as it is aborted",
                reason);
        desk.fails(
                sleep.call(3_600_000, Desk.signalOf(controller)),
                "The signal was aborted before: there is nothing to wait for",
                reason);
        program.value(
                        """
                        async (sleep) => {
                          const turn = () => new Promise((done) => setImmediate(done));
                          const timers = () =>
                            process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
                          await turn();
                          const before = timers();
                          for (let i = 0; i < 20; i++) {
                            const controller = new AbortController();
                            const hour = sleep(3_600_000, { signal: controller.signal });
                            Promise.resolve(hour).catch(() => {});
                            controller.abort('closing');
                          }
                          await turn();
                          const left = timers() - before;
                          return left < 10 ? 0 : left; // one or two may be of others
                        }
                        """)
                .as("timersLeftBy20Of")
                .call(sleep)
                .awaited()
                .because("A timer that nobody waits for would keep the process alive for an hour")
                .is(0);
        desk.leavesNoListener(controller, "An ended `sleep` leaves no listener on the signal");

        Value longLived = desk.controller();
        sleep.call(1, Desk.signalOf(longLived))
                .awaited()
                .because("`sleep` gives nothing")
                .is(Js.UNDEFINED);
        desk.leavesNoListener(longLived, "A finished `sleep` leaves no listener on the signal");
    }

    @Check(
            id = "tries-again-what-is-temporary",
            title = "`get` tries again after a temporary failure, and waits longer each time")
    void triesAgainWhatIsTemporary(Program program, Seed seed) {
        Desk desk = Desk.in(program);
        int delay = seed.between(3, 9) * 10;
        Value client = desk.client(Map.of("tries", 4, "delay", delay));
        Value got = client.invoke("get", "/price").as("got");
        desk.rest();
        for (int i = 0; i < 3; i++) {
            desk.paths()
                    .because("After " + i + " temporary failures and waits there is one more try")
                    .is("/price" + " /price".repeat(i));
            desk.fail(i, desk.temporary("busy " + i));
            desk.waits().because("There is one wait after each temporary failure").is(i + 1);
            desk.wait(i)
                    .get("ms")
                    .because("The first wait takes `delay`, each further one twice the one before")
                    .is(delay << i);
            desk.paths()
                    .because("While it waits it does not ask")
                    .is("/price" + " /price".repeat(i));
            desk.wait(i).invoke("resolve");
            desk.rest();
        }
        Value answer = program.value("({ price: 12 })").as("answer");
        desk.answer(3, answer);
        got.awaited().because("`get` gives the very answer of `send`").isSameAs(answer);
        desk.waits().because("After an answer there is nothing to wait for").is(3);

        Value nothing = client.invoke("get", "/nothing").as("nothing");
        desk.rest();
        desk.answer(4, Js.UNDEFINED);
        nothing.awaited().because("`undefined` is an answer too").is(Js.UNDEFINED);
        desk.paths()
                .because("`undefined` is an answer too: do not ask for it again")
                .is("/price /price /price /price /nothing");

        Spy busy = program.spy(failing("Object.assign(new Error('busy'), { temporary: true })"));
        Spy pause = program.spy("async () => {}");
        Value plain = create(program).call(busy, Map.of("wait", pause)).as("client");
        plain.invoke("get", "/busy").rejection();
        busy.calls().because("Without options there are 3 tries").is(3);
        pause.calls().because("After the last try there is nothing to wait for").is(2);
        pause.arguments().get(0).get(0).because("Without options `delay` is 100").is(100);
        Spy twice =
                program.spy(
                        "((n) => async () => { if (++n < 2) throw Object.assign(new Error('busy'), { temporary: true }); return n; })(0)");
        create(program)
                .call(twice, Map.of("delay", 1))
                .as("client")
                .invoke("get", "/real")
                .awaited()
                .because("Without `wait` it waits by `sleep`")
                .is(2);
    }

    @Check(
            id = "loses-no-error",
            title =
                    "`get` hands on each error: a lasting one at once, all temporary ones at the end")
    void losesNoError(Program program) {
        Desk desk = Desk.in(program);
        Spy pause = program.spy("async () => {}");
        var wait = Map.of("wait", pause);
        for (String error :
                List.of(
                        "new TypeError('no such path')",
                        "Object.assign(new Error('gone'), { temporary: false })",
                        "'a text'",
                        "undefined",
                        "null")) {
            Value what = program.value(error).as("error");
            Value lasting =
                    create(program)
                            .call(
                                    sendThatThrows(program, "async () => { throw error; }", what),
                                    wait)
                            .as("client")
                            .invoke("get", "/lasting");
            desk.fails(
                    lasting, "What is not temporary goes to the caller: the very same error", what);
            Spy send = program.spy(failing(error));
            create(program).call(send, wait).as("client").invoke("get", "/lasting").rejection();
            send.calls().because("What is not temporary is not tried again").is(1);
        }
        pause.calls().because("What is not temporary is not waited for").is(0);
        Value sudden = program.value("new RangeError('thrown, not rejected')").as("sudden");
        Value thrown =
                create(program)
                        .call(sendThatThrows(program, "() => { throw error; }", sudden), wait)
                        .as("client")
                        .invoke("get", "/sudden");
        desk.fails(
                thrown,
                "A `send` that throws before it gives a promise has failed as well",
                sudden);

        Value client = desk.client(Map.of("tries", 2));
        failsTwice(desk, client, 0);
        failsTwice(desk, client, 2);

        Value mixed = client.invoke("get", "/mixed").as("mixed");
        desk.rest();
        desk.fail(4, desk.temporary("busy"));
        desk.wait(2).invoke("resolve");
        desk.rest();
        Value lasting = program.value("new Error('gone')").as("lasting");
        desk.fail(5, lasting);
        desk.fails(
                mixed,
                "A lasting failure after a temporary one goes to the caller as it is",
                lasting);
        Value one = desk.client(Map.of("tries", 1)).invoke("get", "/once").as("once");
        desk.rest();
        desk.fail(6, desk.temporary("busy"));
        desk.failed(one, "With `tries` 1 the first failure is the last")
                .isInstanceOf("AggregateError");
        desk.waits().because("There were three waits, none after a last try").is(3);
    }

    @Check(id = "can-be-cancelled", title = "`get` ends with its signal, whatever it is doing")
    void canBeCancelled(Program program) {
        Desk desk = Desk.in(program);
        Value client = desk.client(Map.of());
        Value reason = program.value("({ why: 'the caller has left' })").as("reason");

        Value early = desk.controller();
        early.invoke("abort", reason);
        desk.fails(
                client.invoke("get", "/early", Desk.signalOf(early)),
                "The signal was aborted before `get` was called",
                reason);
        desk.paths().because("A signal that is aborted before means: do not ask at all").is("");

        Value asking = desk.controller();
        Value got = client.invoke("get", "/silent", Desk.signalOf(asking)).as("got");
        desk.rest();
        desk.asked(0)
                .get("signal")
                .because("`send` gets a signal, in an object as its second argument")
                .isInstanceOf("AbortSignal");
        Desk.aborted(desk.asked(0)).because("Nobody has aborted anything yet").is(false);
        asking.invoke("abort", reason);
        desk.fails(
                got,
                "`get` ends at once when its signal is aborted, also when `send` does not"
                        + " listen",
                reason);
        Desk.aborted(desk.asked(0)).because("`send` is told that it may stop").is(true);
        desk.fail(0, desk.temporary("late"));
        desk.paths().because("Nobody wants the answer any more").is("/silent");
        desk.waits().because("Nobody wants the answer any more").is(0);
        desk.leavesNoListener(asking, "An ended `get` leaves no listener on its signal");

        Value waiting = desk.controller();
        Value again = client.invoke("get", "/busy", Desk.signalOf(waiting)).as("again");
        desk.rest();
        desk.fail(1, desk.temporary("busy"));
        waiting.invoke("abort", reason);
        desk.fails(again, "`get` ends at once when its signal is aborted while it waits", reason);
        Desk.aborted(desk.wait(0)).because("`wait` is told that it may stop").is(true);
        desk.rest();
        desk.paths().because("After the abort it does not ask again").is("/silent /busy");

        Value closing = desk.controller();
        Value listener =
                program.value(
                                """
                                (path, options) => new Promise((resolve, reject) => {
                                  options?.signal?.addEventListener('abort', () =>
                                    reject(new Error('socket closed')));
                                })
                                """)
                        .as("sendThatListens");
        Spy pause = program.spy("async () => {}");
        Value listening = create(program).call(listener, Map.of("wait", pause)).as("client");
        Value closed = listening.invoke("get", "/closed", Desk.signalOf(closing)).as("closed");
        desk.rest();
        closing.invoke("abort", reason);
        desk.fails(
                closed,
                "The caller gets `signal.reason`, whatever `send` makes of the abort",
                reason);

        Value calm = desk.controller();
        Value done = client.invoke("get", "/done", Desk.signalOf(calm)).as("done");
        desk.rest();
        desk.answer(2, "fine");
        done.awaited().is("fine");
        desk.leavesNoListener(calm, "A finished `get` leaves no listener on its signal");
    }

    @Check(id = "one-deadline", title = "all tries and waits of one `get` share one deadline")
    void oneDeadline(Program program, Seed seed) {
        Desk desk = Desk.in(program);
        int limit = seed.between(11, 99) * 10;
        Value client = desk.client(Map.of("limit", limit));
        Value got = client.invoke("get", "/silent").as("got");
        desk.rest();
        desk.fail(0, desk.temporary("busy"));
        desk.wait(0).invoke("resolve");
        desk.rest();
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
        Desk.aborted(desk.asked(1)).because("`send` is told that it may stop").is(true);

        Value controller = desk.controller();
        Value waiting = client.invoke("get", "/busy", Desk.signalOf(controller)).as("waiting");
        desk.rest();
        desk.limits().because("Each `get` has a deadline of its own").is(2);
        desk.fail(2, desk.temporary("busy"));
        desk.limit(1).invoke("expire");
        desk.fails(
                waiting,
                "The deadline ends a wait as well, with or without a signal of the caller's",
                desk.limit(1).get("late").as("limits[1].late"));
        desk.rest();
        desk.paths().because("After the deadline it does not ask").is("/silent /silent /busy");

        Spy timeout = program.spy("() => new AbortController().signal");
        create(program)
                .call(program.spy("async () => 1"), Map.of("timeout", timeout))
                .as("client")
                .invoke("get", "/quick")
                .awaited()
                .is(1);
        timeout.arguments().get(0).get(0).because("Without options `limit` is 5000").is(5000);
        create(program)
                .call(
                        program.spy("() => new Promise((resolve) => setTimeout(resolve, 60_000))"),
                        Map.of("limit", 10))
                .as("client")
                .invoke("get", "/slow")
                .rejection()
                .get("name")
                .because("Without `timeout` the deadline is that of `AbortSignal.timeout`")
                .is("TimeoutError");
    }

    @Check(id = "all-at-once", title = "`getAll` asks for everything at once, and cancels the rest")
    void allAtOnce(Program program) {
        Desk desk = Desk.in(program);
        Value client = desk.client(Map.of());
        Value all = client.invoke("getAll", List.of("/a", "/b", "/c")).as("all");
        desk.rest();
        desk.paths().because("All paths are asked for before anybody has answered").is("/a /b /c");
        desk.answer(2, "C");
        desk.fail(0, desk.temporary("busy"));
        desk.wait(0).invoke("resolve");
        desk.rest();
        desk.paths().because("Each path is tried again as `get` does it").is("/a /b /c /a");
        desk.answer(3, "A");
        desk.answer(1, Js.UNDEFINED);
        Value answers = all.awaited().as("answers");
        answers.get("length").because("There is one answer for each path").is(3);
        answers.get("0").because("Answers stand in the order of the paths").is("A");
        answers.get("1").is(Js.UNDEFINED);
        answers.get("2").is("C");
        client.invoke("getAll", List.of()).awaited().because("No paths, no answers").is(List.of());

        Value controller = desk.controller();
        Value some =
                client.invoke("getAll", List.of("/d", "/e", "/f"), Desk.signalOf(controller))
                        .as("some");
        desk.rest();
        Value lasting = program.value("new Error('gone')").as("lasting");
        desk.fail(5, lasting);
        desk.fails(
                some,
                "The first failure is the failure of `getAll`, without waiting for others",
                lasting);
        desk.rest();
        Desk.aborted(desk.asked(4)).because("The first failure cancels all others").is(true);
        Desk.aborted(desk.asked(6)).because("The first failure cancels all others").is(true);
        desk.fail(4, desk.temporary("late"));
        desk.paths().because("What is cancelled is not tried again").is("/a /b /c /a /d /e /f");
        desk.leavesNoListener(controller, "An ended `getAll` leaves no listener on its signal");

        Value last = client.invoke("getAll", List.of("/g", "/h"), Desk.signalOf(controller));
        desk.rest();
        Value reason = program.value("({ why: 'the caller has left' })").as("reason");
        controller.invoke("abort", reason);
        desk.fails(last.as("last"), "`getAll` ends at once when its signal is aborted", reason);
        Desk.aborted(desk.asked(7)).because("The abort reaches every `send`").is(true);
        Desk.aborted(desk.asked(8)).because("The abort reaches every `send`").is(true);
    }

    @Check(
            id = "one-after-the-other",
            title = "`inTurn` begins the next only when the one before is done with")
    void oneAfterTheOther(Program program) {
        Desk desk = Desk.in(program);
        Value client = desk.client(Map.of());
        Value work =
                program.value(
                                """
                                (() => {
                                  const calls = [];
                                  return {
                                    calls,
                                    use: (...given) => {
                                      const { promise, resolve, reject } = Promise.withResolvers();
                                      calls.push({ given, resolve, reject });
                                      return promise;
                                    },
                                    text: () => calls.map(({ given }) => given.join(' of ')).join(', '),
                                  };
                                })()
                                """)
                        .as("work");
        Value use = work.get("use").as("use");
        Value uses = work.get("text").as("the calls of use so far");
        Value end = program.value("({})").as("end");
        Value done = client.invoke("inTurn", List.of("/1", "/2"), use).as("done");
        program.value("(done, end) => { done.then(() => { end.seen = true; }, () => {}); }")
                .as("noteTheEnd")
                .call(done, end);
        desk.rest();
        desk.paths().because("The second is not asked for before the first is used").is("/1");
        desk.answer(0, "one");
        uses.call().because("`use` gets the answer and its path").is("one of /1");
        desk.paths().because("The first is still being used").is("/1");
        work.get("calls").get("0").as("calls[0]").invoke("resolve");
        desk.rest();
        desk.paths().because("The first has been used: now for the second").is("/1 /2");
        desk.answer(1, "two");
        uses.call().is("one of /1, two of /2");
        end.get("seen")
                .because("The last `use` has not finished, nor has `inTurn`")
                .is(Js.UNDEFINED);
        work.get("calls").get("1").as("calls[1]").invoke("resolve");
        done.awaited();

        Value error = program.value("new Error('cannot be used')").as("error");
        Value failing = client.invoke("inTurn", List.of("/3", "/4"), use).as("failing");
        desk.rest();
        desk.answer(2, "three");
        work.get("calls").get("2").as("calls[2]").invoke("reject", error);
        desk.fails(failing, "What `use` fails with reaches the caller", error);
        Value gone = client.invoke("inTurn", List.of("/5", "/6"), use).as("gone");
        desk.rest();
        desk.fail(3, error);
        desk.fails(gone, "What `get` fails with reaches the caller", error);
        desk.paths().because("After a failure nothing further is begun").is("/1 /2 /3 /5");

        Value controller = desk.controller();
        Value reason = program.value("({ why: 'the caller has left' })").as("reason");
        Value left =
                client.invoke("inTurn", List.of("/7", "/8"), use, Desk.signalOf(controller))
                        .as("left");
        desk.rest();
        controller.invoke("abort", reason);
        desk.fails(left, "`inTurn` ends at once when its signal is aborted during a `get`", reason);
        desk.rest();
        uses.call()
                .because("What was not answered is not used")
                .is("one of /1, two of /2, three of /3");
    }

    @Check(
            id = "gives-the-connection-back",
            title = "`withConnection` gives the connection back, once and last, whatever happens")
    void givesTheConnectionBack(Program program) {
        Desk desk = Desk.in(program);
        Value with = program.module("connection.js").get("withConnection").as("withConnection");
        Value bank =
                program.value(
                                """
                                ((log) => ({
                                  log: () => log.join(', '),
                                  rollbackFails: undefined,
                                  pool() {
                                    const bank = this;
                                    log.length = 0;
                                    const connection = {
                                      async rollback() {
                                        log.push(this === connection ? 'rollback' : 'rollback of something else');
                                        await null;
                                        if (bank.rollbackFails) throw bank.rollbackFails;
                                        log.push('rolled back');
                                      },
                                    };
                                    const pool = {
                                      acquire: async () => {
                                        log.push('acquire');
                                        return connection;
                                      },
                                      release(given) {
                                        log.push(given === connection && this === pool ? 'release' : 'release of something else');
                                      },
                                    };
                                    return pool;
                                  },
                                  slow: async () => {
                                    log.push('work');
                                    await new Promise((done) => setTimeout(done, 5));
                                    log.push('worked');
                                  },
                                  gives: (answer) => async (connection) => {
                                    if (typeof connection?.rollback !== 'function') log.push('no connection');
                                    return answer;
                                  },
                                  rejects: (error) => async () => {
                                    log.push('work');
                                    await null;
                                    throw error;
                                  },
                                  throws: (error) => () => {
                                    throw error;
                                  },
                                }))([])
                                """)
                        .as("bank");
        Value log = bank.get("log").as("what happened");

        Value answer = program.value("({ id: 7 })").as("answer");
        with.call(bank.invoke("pool").as("pool"), bank.invoke("gives", answer).as("use"))
                .awaited()
                .because("`withConnection` gives the very answer of `use`")
                .isSameAs(answer);
        log.call()
                .because("`use` gets the connection, which then goes back")
                .is("acquire, release");
        with.call(bank.invoke("pool").as("pool"), bank.get("slow").as("use")).awaited();
        log.call()
                .because("The connection goes back when `use` has finished, not when it has begun")
                .is("acquire, work, worked, release");

        Value error = program.value("new Error('the work failed')").as("error");
        desk.fails(
                with.call(bank.invoke("pool").as("pool"), bank.invoke("rejects", error).as("use")),
                "What `use` fails with reaches the caller: the very same error",
                error);
        log.call()
                .because("After a failure there is a rollback, then the connection goes back")
                .is("acquire, work, rollback, rolled back, release");
        desk.failed(
                        with.call(
                                bank.invoke("pool").as("pool"),
                                bank.invoke("throws", Js.UNDEFINED).as("use")),
                        "`use` may throw before it gives a promise, and may throw anything")
                .is(Js.UNDEFINED);
        log.call()
                .because("Throwing `undefined` is failing too")
                .is("acquire, rollback, rolled back, release");

        Value second = program.value("new Error('the rollback failed')").as("second");
        program.value("(bank, error) => { bank.rollbackFails = error; }")
                .as("letRollbackFail")
                .call(bank, second);
        Value both =
                desk.failed(
                                with.call(
                                        bank.invoke("pool").as("pool"),
                                        bank.invoke("rejects", error).as("use")),
                                "Both have failed")
                        .as("both");
        log.call()
                .because("The connection goes back even if the rollback fails, and only once")
                .is("acquire, work, rollback, release");
        both.because("With two failures the caller gets an `AggregateError`")
                .isInstanceOf("AggregateError");
        both.get("errors").get("length").because("It has both errors").is(2);
        both.get("errors").get("0").because("The error of `use` comes first").isSameAs(error);
        both.get("errors").get("1").because("Then that of the rollback").isSameAs(second);

        Value refused = program.value("new Error('no connection free')").as("refused");
        Spy release = program.spy("() => {}");
        Spy never = program.spy("async () => {}");
        Value empty =
                program.value(
                                "(error, release) => ({ acquire: async () => { throw error; },"
                                        + " release })")
                        .as("emptyPool")
                        .call(refused, release)
                        .as("pool");
        desk.fails(
                with.call(empty, never),
                "Where there is no connection, that error reaches the caller",
                refused);
        release.calls().because("What was never lent is not given back").is(0);
        never.calls().because("Without a connection there is nothing to use").is(0);
    }

    /// One `get` of two tries, whose requests are those at `at` and after it.
    private static void failsTwice(Desk desk, Value client, int at) {
        Value got = client.invoke("get", "/busy").as("got");
        desk.rest();
        Value first = desk.temporary("first");
        desk.fail(at, first);
        desk.wait(at / 2).invoke("resolve");
        desk.rest();
        Value second = desk.temporary("second");
        desk.fail(at + 1, second);
        Value all =
                desk.failed(got, "The last try has failed, there is nothing to wait for")
                        .as("error");
        all.because("After the last try `get` fails with an `AggregateError`")
                .isInstanceOf("AggregateError");
        all.get("errors").get("length").because("It has the error of each try of this `get`").is(2);
        all.get("errors").get("0").because("They stand in their order").isSameAs(first);
        all.get("errors").get("1").isSameAs(second);
    }

    private static Value create(Program program) {
        return program.module("client.js").get("createClient").as("createClient");
    }

    private static Value sendThatThrows(Program program, String how, Value error) {
        return program.value("(error) => " + how).as("makeSend").call(error).as("send");
    }

    private static String failing(String error) {
        return "async () => { throw " + error + "; }";
    }
}
