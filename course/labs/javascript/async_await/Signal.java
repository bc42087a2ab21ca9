package javascript.async_await;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;
import java.util.Map;

/// A signal of the caller's own, which is aborted when the check says so.
record Signal(Program program, Value controller) {

    static Signal in(Program program) {
        return new Signal(program, program.value("new AbortController()").as("controller"));
    }

    /// The signal as an option of a call.
    Map<String, Object> option() {
        return Map.of("signal", controller.get("signal").as("controller.signal"));
    }

    void abort(Value reason) {
        controller.invoke("abort", reason);
    }

    /// Holds when by now nobody listens to it.
    void hasNoListener(String why) {
        program.value(
                        "(signal) => process.getBuiltinModule('node:events')"
                                + ".getEventListeners(signal, 'abort').length")
                .as("listenersOf")
                .call(controller.get("signal"))
                .because(why)
                .is(0);
    }
}
