package javascript.async_await;

import dev.backwright.checks.Program;
import dev.backwright.checks.Spy;
import dev.backwright.checks.Value;
import java.util.Map;

/// A caller who leaves while a `get` is doing one thing or another, and aborts its signal for one reason.
record Leaver(Desk desk, Client client, Value reason) {

    private static final String SEND_THAT_LISTENS =
            """
            (path, options) => new Promise((resolve, reject) => {
              options?.signal?.addEventListener('abort', () =>
                reject(new Error('socket closed')));
            })
            """;

    static Leaver at(Desk desk) {
        Client client = desk.client(Map.of());
        return new Leaver(
                desk,
                client,
                desk.program().value("({ why: 'the caller has left' })").as("reason"));
    }

    void leavesBeforeItBegins() {
        Signal early = Signal.in(desk.program());
        early.abort(reason);
        desk.fails(
                client.invoke("get", "/early", early.option()),
                "The signal was aborted before `get` was called",
                reason);
        desk.paths().because("A signal that is aborted before means: do not ask at all").is("");
    }

    void leavesWhileItAsks() {
        Signal asking = Signal.in(desk.program());
        Value got = client.begins("got", "get", "/silent", asking.option());
        desk.asked(0)
                .get("signal")
                .because("`send` gets a signal, in an object as its second argument")
                .isInstanceOf("AbortSignal");
        Desk.aborted(desk.asked(0)).because("Nobody has aborted anything yet").is(false);
        asking.abort(reason);
        desk.fails(
                got,
                "`get` ends at once when its signal is aborted, also when `send` does not"
                        + " listen",
                reason);
        desk.toldToStop(0, "`send` is told that it may stop");
        desk.fail(0, desk.temporary("late"));
        desk.paths().because("Nobody wants the answer any more").is("/silent");
        desk.waits().because("Nobody wants the answer any more").is(0);
        asking.hasNoListener("An ended `get` leaves no listener on its signal");
    }

    void leavesWhileItWaits() {
        Signal waiting = Signal.in(desk.program());
        Value again = client.begins("again", "get", "/busy", waiting.option());
        desk.busy(1);
        waiting.abort(reason);
        desk.fails(again, "`get` ends at once when its signal is aborted while it waits", reason);
        Desk.aborted(desk.wait(0)).because("`wait` is told that it may stop").is(true);
        desk.rest();
        desk.paths().because("After the abort it does not ask again").is("/silent /busy");
    }

    void leavesWhileASendListens() {
        Program program = desk.program();
        Signal closing = Signal.in(program);
        Value listener = program.value(SEND_THAT_LISTENS).as("sendThatListens");
        Spy pause = program.spy("async () => {}");
        Client listening = Client.of(desk, listener, Map.of("wait", pause));
        Value closed = listening.begins("closed", "get", "/closed", closing.option());
        closing.abort(reason);
        desk.fails(
                closed,
                "The caller gets `signal.reason`, whatever `send` makes of the abort",
                reason);
    }

    void staysForTheAnswer() {
        Signal calm = Signal.in(desk.program());
        Value done = client.begins("done", "get", "/done", calm.option());
        desk.answer(2, "fine");
        done.awaited().is("fine");
        calm.hasNoListener("A finished `get` leaves no listener on its signal");
    }
}
