package javascript.async_await;

import dev.backwright.checks.Program;
import dev.backwright.checks.Spy;
import dev.backwright.checks.Value;

/// A bank with one connection, which `withConnection` borrows, and a log of what happened to it.
record Bank(Desk desk, Value withConnection, Value it) {

    private static final String BANK =
            """
            ((log) => ({
              get log() {
                return log.join(', ');
              },
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
            """;

    static Bank at(Desk desk) {
        Program program = desk.program();
        Value with = program.module("connection.js").get("withConnection").as("withConnection");
        Value bank = program.value(BANK).as("bank");
        return new Bank(desk, with, bank);
    }

    /// Lends the connection to a `use` that `gives` a value, or `rejects` or `throws` an error.
    Value lend(String how, Object what) {
        return withConnection.call(it.invoke("pool").as("pool"), it.invoke(how, what).as("use"));
    }

    /// Lends the connection to a `use` that takes its time.
    Value lendForLong() {
        return withConnection.call(it.invoke("pool").as("pool"), it.get("slow").as("use"));
    }

    /// What happened to the connection since it was lent.
    Value happened() {
        return it.get("log").as("what happened");
    }

    /// Holds when both errors reach the caller: that of `use`, and that of the rollback after it.
    void failsToRollBackAfter(Value error) {
        Value second = desk.program().value("new Error('the rollback failed')").as("second");
        desk.program()
                .value("(bank, error) => { bank.rollbackFails = error; }")
                .as("letRollbackFail")
                .call(it, second);
        Value both = desk.failed(lend("rejects", error), "Both have failed").as("both");
        happened()
                .because("The connection goes back even if the rollback fails, and only once")
                .is("acquire, work, rollback, release");
        both.because("With two failures the caller gets an `AggregateError`")
                .isInstanceOf("AggregateError");
        both.get("errors").get("length").because("It has both errors").is(2);
        both.get("errors").get("0").because("The error of `use` comes first").isSameAs(error);
        both.get("errors").get("1").because("Then that of the rollback").isSameAs(second);
    }

    /// Holds when nothing is used or given back where the pool has no connection to lend.
    void hasNoConnection() {
        Program program = desk.program();
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
                withConnection.call(empty, never),
                "Where there is no connection, that error reaches the caller",
                refused);
        release.calls().because("What was never lent is not given back").is(0);
        never.calls().because("Without a connection there is nothing to use").is(0);
    }
}
