package javascript.async_await;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;

/// What is done with the answers of `inTurn`: each use of one ends when the check says so.
record Uses(Value work, Value use) {

    private static final String WORK =
            """
            (() => {
              const calls = [];
              return {
                calls,
                use: (...given) => {
                  const { promise, resolve, reject } = Promise.withResolvers();
                  calls.push({ given, resolve, reject });
                  return promise;
                },
                get text() {
                  return calls.map(({ given }) => given.join(' of ')).join(', ');
                },
              };
            })()
            """;

    static Uses in(Program program) {
        Value work = program.value(WORK).as("work");
        return new Uses(work, work.get("use").as("use"));
    }

    /// The uses so far, in order.
    Value soFar() {
        return work.get("text").as("calls of use so far");
    }

    void end(int at) {
        call(at).invoke("resolve");
    }

    void fail(int at, Value error) {
        call(at).invoke("reject", error);
    }

    private Value call(int at) {
        return work.get("calls").get(String.valueOf(at)).as("uses[" + at + "]");
    }
}
