package javascript.async_await;

import dev.backwright.checks.Program;
import dev.backwright.checks.Spy;
import dev.backwright.checks.Value;
import java.util.Map;

/// Clients that are told next to nothing, so that they go by their defaults.
record Plain(Program program) {

    void triesThreeTimes() {
        Spy busy =
                program.spy(Failing.with("Object.assign(new Error('busy'), { temporary: true })"));
        Spy pause = program.spy("async () => {}");
        client(busy, Map.of("wait", pause)).invoke("get", "/busy").rejection();
        busy.calls().because("Without options there are 3 tries").is(3);
        pause.calls().because("After the last try there is nothing to wait for").is(2);
        pause.arguments().get(0).get(0).because("Without options `delay` is 100").is(100);
    }

    void waitsBySleep() {
        Spy twice =
                program.spy(
                        "((n) => async () => { if (++n < 2) throw Object.assign(new Error('busy'), { temporary: true }); return n; })(0)");
        client(twice, Map.of("delay", 1))
                .invoke("get", "/real")
                .awaited()
                .because("Without `wait` it waits by `sleep`")
                .is(2);
    }

    void givesUpAfterFiveSeconds() {
        Spy timeout = program.spy("() => new AbortController().signal");
        Value create = Client.create(program);
        create.call(program.spy("async () => 1"), Map.of("timeout", timeout))
                .as("client")
                .invoke("get", "/quick")
                .awaited()
                .is(1);
        timeout.arguments().get(0).get(0).because("Without options `limit` is 5000").is(5000);
    }

    void givesUpByAbortSignal() {
        Value create = Client.create(program);
        Spy slow = program.spy("() => new Promise((resolve) => setTimeout(resolve, 60_000))");
        create.call(slow, Map.of("limit", 10))
                .as("client")
                .invoke("get", "/slow")
                .rejection()
                .get("name")
                .because("Without `timeout` the deadline is that of `AbortSignal.timeout`")
                .is("TimeoutError");
    }

    private Value client(Spy send, Map<String, ?> options) {
        return Client.create(program).call(send, options).as("client");
    }
}
