package dev.backwright.checks;

/// A bare connection to the server, on which a check writes what it likes: slowly, in part, several requests at once, or
/// nothing that makes sense. Whoever waits for something waits up to five seconds, or as long as is said. What was written,
/// as a command that writes it again, and what came is evidence: the first 8 kB of either.
///
/// ```java
/// try (Connection slow = app.connect()) {
///     slow.write("GET / HTTP/1.1\r\nHost: local");  // and never goes on
///     app.get("/health").status(200);               // others are served
///     slow.closed(8_000).is(true);                  // and this one is given up
/// }
/// ```
public interface Connection extends AutoCloseable {

    /// Writes a text as UTF-8. That the server has closed its end is no failure here: see [#closed()]. A server that keeps
    /// the connection and does not read on fails the check.
    Connection write(String text);

    /// Writes bytes.
    Connection write(byte[] bytes);

    /// Writes a text byte by byte with pauses, and stops when the server answers or goes.
    Connection drip(String text, long pauseMillis);

    /// Says that no more will be written (half-close); what comes can still be read.
    Connection end();

    /// What comes, up to and with `text`; absent where that does not come in time.
    Seen until(String text);

    /// The next HTTP reply on this connection, as if to a `GET /`. None fails the check.
    Reply reply();

    /// All that still comes until the server closes; absent where it does not close in time.
    Seen rest();

    /// Whether the server closes the connection.
    Seen closed();

    /// As [#closed()], waited for that long.
    Seen closed(long millis);

    /// Goes away.
    @Override
    void close();
}
