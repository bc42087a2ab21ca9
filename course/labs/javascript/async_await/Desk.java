package javascript.async_await;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;
import java.util.HashMap;
import java.util.Map;

/// A supplier whose requests, waits and deadlines end when the check says so.
record Desk(Program program, Value it) {

    /// How long the promises of a program get to come to rest, in milliseconds; there are no timers to wait for.
    private static final int REST = 200;

    private static final String DESK =
            """
            (() => {
              const later = (list, more, signal) => {
                const { promise, resolve, reject } = Promise.withResolvers();
                list.push({ ...more, signal, resolve, reject });
                return { promise, reject };
              };
              const asked = [];
              const waits = [];
              const limits = [];
              return {
                asked,
                waits,
                limits,
                get paths() {
                  return asked.map(({ path }) => path).join(' ');
                },
                send: (path, options) => later(asked, { path }, options?.signal).promise,
                wait: (ms, options) => {
                  const signal = options?.signal;
                  const { promise, reject } = later(waits, { ms }, signal);
                  if (signal?.aborted) reject(signal.reason);
                  signal?.addEventListener('abort', () => reject(signal.reason));
                  return promise;
                },
                timeout: (ms) => {
                  const watch = new AbortController();
                  const late = new DOMException('too late', 'TimeoutError');
                  limits.push({ ms, late, expire: () => watch.abort(late) });
                  return watch.signal;
                },
                outcome: async (promise) => {
                  let seen = 'still waiting';
                  Promise.resolve(promise).then(
                    () => { seen = 'fulfilled'; },
                    () => { seen = 'failed'; },
                  );
                  await new Promise((done) => setImmediate(done));
                  return seen;
                },
                temporary: (text) => Object.assign(new Error(text), { temporary: true }),
              };
            })()
            """;

    static Desk in(Program program) {
        return new Desk(program, program.value(DESK).as("desk"));
    }

    /// A client whose time and supplier are this desk's.
    Client client(Map<String, ?> options) {
        Map<String, Object> all = new HashMap<>(options);
        all.put("wait", it.get("wait").as("wait"));
        all.put("timeout", it.get("timeout").as("timeout"));
        Value create = Client.create(program);
        return new Client(this, create.call(it.get("send").as("send"), all).as("client"));
    }

    /// The requests so far, in order, with a blank between them.
    Value paths() {
        return it.get("paths").as("paths asked for so far");
    }

    Value asked(int at) {
        it.get("asked")
                .get("length")
                .as("calls of send so far")
                .because("It is time for call number " + (at + 1) + " of `send`")
                .isAtLeast(at + 1);
        return it.get("asked").get(String.valueOf(at)).as("sends[" + at + "]");
    }

    Value waits() {
        return it.get("waits").get("length").as("waits so far");
    }

    Value wait(int at) {
        waits().because("After a temporary failure there is a wait, by `wait`").isAtLeast(at + 1);
        return it.get("waits").get(String.valueOf(at)).as("waits[" + at + "]");
    }

    Value limits() {
        return it.get("limits").get("length").as("deadlines so far");
    }

    Value limit(int at) {
        limits().because("Each `get` has a deadline, by `timeout`").isAtLeast(at + 1);
        return it.get("limits").get(String.valueOf(at)).as("limits[" + at + "]");
    }

    /// Whether the signal that this request or wait got is aborted.
    static Value aborted(Value request) {
        request.get("signal")
                .because("`send` and `wait` get a signal, in an object as their second argument")
                .isInstanceOf("AbortSignal");
        return request.get("signal").get("aborted").as(request + ".signal.aborted");
    }

    /// Holds when that call of `send` has been told that it may stop.
    void toldToStop(int at, String why) {
        aborted(asked(at)).because(why).is(true);
    }

    void answer(int at, Object with) {
        asked(at).invoke("resolve", with);
        rest();
    }

    void fail(int at, Value with) {
        asked(at).invoke("reject", with);
        rest();
    }

    /// A temporary failure.
    void busy(int at) {
        fail(at, temporary("busy"));
    }

    /// Ends that wait.
    void waited(int at) {
        wait(at).invoke("resolve");
        rest();
    }

    Value temporary(String text) {
        return it.get("temporary").as("temporary").call(text).as(text);
    }

    /// A temporary failure that is told by a plain object.
    Value noError() {
        return program.value("({ temporary: true })").as("{ temporary: true }");
    }

    void rest() {
        program.settle(REST);
    }

    /// Holds when by now this promise has failed, with that very error.
    void fails(Value promise, String why, Value error) {
        failed(promise, why).because(why).isSameAs(error);
    }

    /// What this promise has failed with by now.
    Value failed(Value promise, String why) {
        rest();
        it.get("outcome").as("outcomeOf").call(promise).awaited().because(why).is("failed");
        return promise.rejection();
    }
}
