package dev.backwright.checks;

/// A reply that is read as it comes: server-sent events, lines. Whoever waits for something waits up to five seconds, or as
/// long as is said; what does not come in time is absent.
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

    /// Whether the body comes to its end; one that breaks off does not. What comes before is passed over.
    Seen ended();

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
