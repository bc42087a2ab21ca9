package dev.backwright.checks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines of a log, read as what Pino, Winston or Bunyan write: a JSON object on each. A line that is none is text and has no
/// fields. A failure shows the lines.
///
/// ```java
/// app.log().line("abc-1").isPresent();                                  // waits for it
/// app.log().entries().where("req.id", "abc-1").count().is(1);
/// app.log().entries().atLeast("error").count().is(0);
/// app.log().entries().plain().count().is(0);                            // all of them are JSON
/// ```
public interface LogEntries {

    /// Those that have this value at this place, names joined by dots: `req.id`. A name that has dots in it is found, too.
    LogEntries where(String path, @Nullable Object value);

    /// Those of this level or a graver one: `trace`, `debug`, `info`, `warn`, `error`, `fatal`.
    LogEntries atLeast(String level);

    /// Those that are no JSON object.
    LogEntries plain();

    /// How many there are.
    Seen count();

    /// Each of them, in order.
    List<Entry> each();

    /// The only one there is. None or several fail the check.
    Entry only();

    /// One line.
    interface Entry {

        /// Its level in lower case, Pino's numbers as names: 30 is `info`. `warning` and `err` are `warn` and `error`.
        Seen level();

        /// What it says: `msg`, or `message`.
        Seen message();

        /// When it was written, in milliseconds since 1970: from `time`, `timestamp`, `@timestamp` or `ts`, a number or as
        /// ISO 8601; absent where none of them is there.
        Seen time();

        /// A place in it: `req.headers.host`; absent where there is none.
        Seen at(String path);

        /// The line as it was printed.
        Seen text();
    }
}
