package javascript.event_emitters;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;
import java.util.List;

/// The listeners that orders and a signal have left, once nobody waits any more.
record Leftovers(Value listeners, Value onSignal) {

    static Leftovers in(Program program) {
        return new Leftovers(
                program.value(
                                "(orders) => orders.eventNames().map((name) => `${String(name)}: ${orders.listenerCount(name)}`)")
                        .as("listeners"),
                program.value(
                                "(signal) => process.getBuiltinModule('node:events').getEventListeners(signal, 'abort').length")
                        .as("listenersOfTheSignal"));
    }

    /// Holds when the orders have the one listener of `error` that the check has added, and the signal has none.
    void areNone(Value orders, Value signal, String why) {
        listeners.call(orders).because(why).is(List.of("error: 1"));
        onSignal.call(signal).because("Afterwards nobody listens to the signal").is(0);
    }
}
