package javascript.async_await;

import dev.backwright.checks.Program;
import dev.backwright.checks.Spy;
import dev.backwright.checks.Value;
import java.util.Map;

/// Suppliers that fail each time, with one and the same error.
record Failing(Desk desk, Spy pause) {

    /// A `send` that rejects with what this expression gives.
    static String with(String error) {
        return "async () => { throw " + error + "; }";
    }

    /// Holds when an error that is not temporary goes to the caller, after one try.
    void lasts(String error) {
        Value what = desk.program().value(error).as("error");
        desk.fails(
                getFrom("async () => { throw error; }", what, "/lasting"),
                "What is not temporary goes to the caller: the very same error",
                what);
        Spy send = desk.program().spy(with(error));
        Client.of(desk, send, Map.of("wait", pause)).invoke("get", "/lasting").rejection();
        send.calls().because("What is not temporary is not tried again").is(1);
    }

    /// Holds when an error that is thrown before there is a promise goes to the caller as well.
    void throwsAtOnce() {
        Value sudden = desk.program().value("new RangeError('thrown, not rejected')").as("sudden");
        desk.fails(
                getFrom("() => { throw error; }", sudden, "/sudden"),
                "A `send` that throws before it gives a promise has failed as well",
                sudden);
    }

    private Value getFrom(String send, Value error, String path) {
        Program program = desk.program();
        return Client.create(program)
                .call(
                        program.value("(error) => " + send).as("makeSend").call(error).as("send"),
                        Map.of("wait", pause))
                .as("client")
                .invoke("get", path);
    }
}
