package javascript.async_await;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;

/// The real clock, by which `sleep` goes: its timers tell what became of it.
record Clock(Program program) {

    private static final String RACE =
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
            """;

    private static final String TIMERS_LEFT =
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
            """;

    /// The order in which a `sleep` and two timers end.
    Value race(Value sleep) {
        return program.value(RACE).as("raceWithTimers").call(sleep).awaited();
    }

    /// How many timers are left by twenty that were aborted at once.
    Value timersLeftBy20Of(Value sleep) {
        return program.value(TIMERS_LEFT).as("timersLeftBy20Of").call(sleep).awaited();
    }
}
