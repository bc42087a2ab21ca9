package javascript.event_emitters;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;

/// Listeners that meddle with the emitter while it is calling them.
record Meddlers(Program program) {

    Value throwing(Value error) {
        return program.value("(error) => () => { throw error; }").call(error);
    }

    /// Writes down how many listeners `count` has.
    Value countsListeners(Value counts) {
        return program.value(
                        "(counts) => function () { counts.push(this.listenerCount('count')); }")
                .call(counts)
                .as("countsListeners");
    }

    /// Emits `nested` from within the first `nested`.
    Value emitsOnceMore() {
        return program.value(
                        """
                        () => {
                          let nested = false;
                          return function () {
                            if (nested) return;
                            nested = true;
                            this.emit('nested', 'inner');
                          };
                        }
                        """)
                .call()
                .as("emitsOnceMore");
    }

    /// Takes itself off `leave`.
    Value removesItself(Log log) {
        return program.value(
                        """
                        (log) => function self() { log.push('self'); this.off('leave', self); }
                        """)
                .call(log.list())
                .as("removesItself");
    }

    Value removes(Value victim, String event) {
        return program.value("(name, victim) => function () { this.off(name, victim); }")
                .call(event, victim)
                .as("removesVictim");
    }

    /// Adds a listener of `join`, the first time.
    Value addsOne(Value added) {
        return program.value(
                        """
                        (added) => {
                          let done = false;
                          return function () {
                            if (!done) this.on('join', added);
                            done = true;
                          };
                        }
                        """)
                .call(added)
                .as("addsOne");
    }
}
