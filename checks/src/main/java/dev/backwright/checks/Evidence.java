package dev.backwright.checks;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
    /// @param atMillis when its first byte was sent, from the beginning of the check
    /// @param millis from then to the last byte of the reply, or to its end otherwise
    /// @param repeat a curl command that sends it again, with `$PORT` for the port
    /// @param via the way it went; `null` in reports that are older than this
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
            String repeat,
            @Nullable Via via)
            implements Evidence {
        /// One of which it is not known what it went over.
        public Http(
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
                String repeat) {
            this(
                    method,
                    target,
                    requestHeaders,
                    requestBody,
                    status,
                    replyHeaders,
                    replyBody,
                    atMillis,
                    millis,
                    problem,
                    repeat,
                    null);
        }

        public Http {
            requestHeaders = List.copyOf(requestHeaders);
            replyHeaders = List.copyOf(replyHeaders);
        }

        /// The way an exchange went.
        ///
        /// @param connection number of the connection in this check, from 1; 0 where none was made
        /// @param instance which process of the server, from 1
        /// @param tls whether it went through TLS
        public record Via(int connection, int instance, boolean tls) {}

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

    /// What went over all wires of the learner's program during a check, by time: requests, and the statements sent meanwhile.
    ///
    /// @param scenes in the order of time; a gap in the numbers of requests or statements is what was left out
    /// @param leftOut how many scenes were left out
    record Wires(List<Scene> scenes, int leftOut) implements Evidence {
        public Wires {
            scenes = List.copyOf(scenes);
        }

        /// The scene to look at first: where the check failed; where nobody knows, the last with a request.
        public Optional<Scene> focus() {
            return last(Scene::failing)
                    .or(() -> last(scene -> !scene.requests().isEmpty()))
                    .or(() -> last(scene -> true));
        }

        private Optional<Scene> last(Predicate<Scene> such) {
            return scenes.reversed().stream().filter(such).findFirst();
        }

        /// A stretch of time: requests that were under way together with what was sent meanwhile, or what was sent while
        /// none was under way.
        ///
        /// @param requests in the order they began; none outside of any request
        /// @param steps in the order they arrived
        /// @param leftOut how many steps were left out
        public record Scene(List<Exchange> requests, List<Step> steps, int leftOut) {
            public Scene {
                requests = List.copyOf(requests);
                steps = List.copyOf(steps);
            }

            /// Whether the check failed at one of its requests.
            public boolean failing() {
                return requests.stream().anyMatch(Exchange::failing);
            }
        }

        /// A request of the check.
        ///
        /// @param number among all requests of the check, from 1
        /// @param failing whether the check failed at it
        public record Exchange(int number, boolean failing, Http http) {}

        /// A statement on a wire.
        ///
        /// @param number among all statements of the check, from 1
        /// @param wire which wire: `postgres`
        /// @param heldMillis how long the judge held it back
        /// @param note what else the judge did to it; empty where nothing
        public record Step(
                int number, String wire, double heldMillis, String note, Wire.Statement statement) {

            /// When its answer was whole, or its end came otherwise, from the beginning of the check.
            public double endMillis() {
                return statement.startMillis() + heldMillis + statement.millis();
            }
        }

        @Override
        public String kind() {
            return "wires";
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

    /// Lines of a server's log.
    ///
    /// @param leftOut how many lines before these are not shown
    record Log(List<Line> lines, int leftOut) implements Evidence {
        public Log {
            lines = List.copyOf(lines);
        }

        /// @param error whether it was printed to standard error
        /// @param level its level in lower case; empty where it has none
        /// @param text as it was printed
        public record Line(boolean error, String level, String text) {}

        @Override
        public String kind() {
            return "log";
        }
    }

    /// A file of the submission or one the program wrote.
    record File(String path, String text) implements Evidence {
        @Override
        public String kind() {
            return "file";
        }
    }

    /// A program that does again what the check did, to be recorded beside the submission's files.
    ///
    /// @param main its file's name
    /// @param text its text
    /// @param line at which of its lines, from 1, expectation and behaviour part
    record Trace(String main, String text, int line) implements Evidence {
        @Override
        public String kind() {
            return "trace";
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
