package javascript.event_emitters;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;
import java.util.List;

/// What was called, since it was last read.
record Log(Program program, Value list) {

    static Log in(Program program) {
        return new Log(program, program.value("[]").as("log"));
    }

    /// A listener that writes its name and its arguments.
    Value listener(String name) {
        return program.value(
                        "(log, name) => (...given) => { log.push(`${name}(${given.join()})`); }")
                .as("makeListener")
                .call(list, name)
                .as(name);
    }

    /// Writes each step that these orders tell of.
    void follow(Value orders) {
        for (String event : List.of("placed", "paid", "shipped")) {
            orders.invoke(
                    "on",
                    event,
                    program.value(
                                    "(log, event) => (order, ...given) => { log.push([event, order.id, ...given].join(' ')); }")
                            .as("makeListener")
                            .call(list, event)
                            .as("listener"));
        }
    }

    /// Holds when exactly this was called; from then on the log is empty again.
    void shows(String why, String... expected) {
        program.value("(log) => log.splice(0)")
                .as("whatWasCalled")
                .call(list)
                .because(why)
                .is(List.of(expected));
    }
}
