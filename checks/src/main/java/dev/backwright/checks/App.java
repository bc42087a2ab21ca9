package dev.backwright.checks;

import java.util.List;
import java.util.Map;

/// The learner's server, started by `npm start` and asked over HTTP. Fresh for each check.
///
/// A server that never listens, ends, or does not answer fails the check and says so with its log.
public interface App extends Caller {

    /// Somebody with cookies of their own, none at first.
    Visitor visitor();

    /// The server as it is reached through TLS; for labs that say `tls: true`.
    Secure tls();

    /// The next request is sent `n` times at the same time: each on a connection of its own, all but its last byte first;
    /// when that is out for all of them, the last bytes follow in one go.
    Together together(int n);

    /// Many requests, to see what the server does under them.
    Load load();

    /// How many replies of this check had that status, whichever process they came from; those on bare connections and under
    /// load aside.
    long count(int status);

    /// What the server printed so far.
    Log log();

    /// A bare connection, to write what no client would. A server that takes none fails the check.
    Connection connect();

    /// Whether it takes connections now.
    Seen listens();

    /// Whether it stops taking connections, waited for up to five seconds.
    Seen stopsListening();

    /// Sends a signal to the process: `SIGTERM`, `SIGINT`, `SIGHUP` or `SIGKILL`. Nobody waits.
    void signal(String name);

    /// Its exit code, waited for up to five seconds; 128 + n after signal n. A server that goes on fails the check.
    Seen exit();

    /// Another process of the same server, with a port of its own, at the same services. Ended with the check. There may be
    /// eight of them, with the first. One that does not start fails the check.
    ///
    /// ```java
    /// App other = app.another();
    /// app.post("/notes", json("text", "milk")).status(201);
    /// other.get("/notes").json("0.text").is("milk");
    /// ```
    App another();

    /// As [#another()], with these variables in its environment: `app.another(Map.of("LOG_LEVEL", "debug"))`.
    App another(Map<String, String> environment);

    /// Sends SIGTERM and waits for the end. A server that does not end in time fails the check.
    ///
    /// @return the exit code
    Seen stop();

    /// Ends the server if it still runs and starts it anew on the same data.
    void restart();

    /// Requests that are on their way at the same time.
    interface Together {
        Replies send(Request request);

        /// Posts JSON: one body for all of them, or one for each.
        Replies post(String target, Json... bodies);

        default Replies get(String target) {
            return send(Request.get(target));
        }
    }

    /// Replies to requests that were sent together, in no particular order.
    interface Replies {
        /// Holds when every status is one of these.
        Replies allStatus(int... anyOf);

        /// Each of them.
        List<Reply> each();

        /// How many had that status.
        Seen count(int status);
    }

    /// The lines a server printed.
    interface Log {
        /// All lines of standard output and standard error so far, in order.
        List<String> lines();

        /// The lines of standard output so far.
        List<String> out();

        /// The first line in which `regex` is found, waited for up to a second; absent where none comes.
        Seen line(String regex);

        /// How many lines `regex` is found in, after the log has rested.
        Seen count(String regex);

        /// The lines so far but for blank ones, parsed, after the log has rested. More than 10,000 fail the check.
        LogEntries entries();

        /// Holds when this text stands in no line so far, neither as it is nor as JSON writes it:
        /// `app.log().neverSaid("correct horse")`. First show that something was logged.
        void neverSaid(String text);
    }
}
