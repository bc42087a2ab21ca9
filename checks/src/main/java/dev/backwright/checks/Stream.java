package dev.backwright.checks;

/// A reply that is read as it comes: server-sent events, lines. Whoever waits for something waits up to five seconds, or as
/// long as is said; what does not come in time is absent. What was read is evidence. A body of more than 1 MB is not read on,
/// nor is a line of more than 64 kB.
///
/// ```java
/// try (Stream events = app.stream("/events").status(200)) {
///     app.post("/orders", json("id", 7));
///     events.event().json("id").is(7);
///     events.event(200).data().isAbsent();          // and no other
/// }
/// ```
public interface Stream extends AutoCloseable {

    /// Holds when the status is one of these.
    Stream status(int... anyOf);

    /// A header; absent where it was not sent.
    Seen header(String name);

    /// The next server-sent event, as the HTML standard reads them.
    Event event();

    /// As [#event()], waited for that long.
    Event event(long millis);

    /// The next line, without its end.
    Seen line();

    /// As [#line()], waited for that long.
    Seen line(long millis);

    /// Whether the body comes to its end within five seconds; one that breaks off does not. What comes before is passed over.
    Seen ended();

    /// Milliseconds between the last byte of the request and the arrival of what was read last, whenever that was read; of
    /// the reply's first byte, where nothing was read yet.
    ///
    /// ```java
    /// lines.line().is("line 1");
    /// expect(lines.millis() < 1_000, "The first line must not wait for the others.");
    /// ```
    double millis();

    /// Goes away, as a reader who closes the page.
    @Override
    void close();

    /// A server-sent event, or that none came.
    interface Event {

        /// Its name, `message` where none was given.
        Seen name();

        /// Its text, lines joined by line feeds.
        Seen data();

        /// A place in its text, which has to be JSON; see [Reply#json(String)].
        Seen json(String path);

        /// The id by which a reader who comes back says what they have seen: the last one that was sent.
        Seen id();

        /// How many milliseconds to wait before coming back, where that was said.
        Seen retry();
    }
}
