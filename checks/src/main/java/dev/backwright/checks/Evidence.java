package dev.backwright.checks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was seen, shown beside a failed check. All text is the learner's or ours, unescaped and capped by the judge;
/// whoever shows it escapes it.
public sealed interface Evidence {

    /// The name of the shape in the report.
    String kind();

    /// Calls into a program, in order.
    record Calls(List<Row> rows) implements Evidence {
        public Calls {
            rows = List.copyOf(rows);
        }

        /// @param call as a learner would write it: `quote('oil', 2)`
        /// @param expected what was expected; `null` where nothing was said about it
        /// @param seen what came back, as Node would print it
        /// @param holds false on the row the check failed at
        public record Row(String call, @Nullable String expected, String seen, boolean holds) {}

        @Override
        public String kind() {
            return "calls";
        }
    }

    /// One exchange with the learner's server.
    ///
    /// @param status 0 where no reply came; then `problem` says what happened instead
    /// @param atMillis when it was sent, from the beginning of the check
    /// @param repeat a curl command that sends it again, with `$PORT` for the port
    record Http(
            String method,
            String target,
            List<Request.Header> requestHeaders,
            String requestBody,
            int status,
            List<Request.Header> replyHeaders,
            String replyBody,
            double atMillis,
            double millis,
            @Nullable String problem,
            String repeat)
            implements Evidence {
        public Http {
            requestHeaders = List.copyOf(requestHeaders);
            replyHeaders = List.copyOf(replyHeaders);
        }

        @Override
        public String kind() {
            return "http";
        }
    }

    /// Statements on a wire, in the order in which they arrived.
    ///
    /// @param wire which wire: `postgres`
    record Sql(String wire, List<Wire.Statement> statements) implements Evidence {
        public Sql {
            statements = List.copyOf(statements);
        }

        @Override
        public String kind() {
            return "sql";
        }
    }

    /// Commands on the wire to Redis, in the order in which they arrived.
    record Redis(List<Wire.Statement> statements) implements Evidence {
        public Redis {
            statements = List.copyOf(statements);
        }

        @Override
        public String kind() {
            return "redis";
        }
    }

    /// Rows that were asked for.
    ///
    /// @param expected rows as text; `null` where the expectation is no table
    record Rows(
            String query,
            List<String> columns,
            @Nullable List<List<String>> expected,
            List<List<String>> seen)
            implements Evidence {
        public Rows {
            columns = List.copyOf(columns);
            seen = List.copyOf(seen);
        }

        @Override
        public String kind() {
            return "rows";
        }
    }

    /// What a program printed, or a server logged.
    ///
    /// @param command how it was run: `node main.js`
    /// @param ending how it ended: `exit 1`; empty while it runs
    record Console(String command, String out, String err, String ending) implements Evidence {
        @Override
        public String kind() {
            return "console";
        }
    }

    /// A file of the submission or one the program wrote.
    record File(String path, String text) implements Evidence {
        @Override
        public String kind() {
            return "file";
        }
    }

    /// A command that shows it again.
    record Repeat(String command) implements Evidence {
        @Override
        public String kind() {
            return "repeat";
        }
    }
}
