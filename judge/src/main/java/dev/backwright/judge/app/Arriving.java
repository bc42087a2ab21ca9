package dev.backwright.judge.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An exchange whose body is read as it comes. Read by one thread; any other may look at what was read so far.
final class Arriving implements AutoCloseable {

    private final Exchange head;
    private final Lines lines;
    private final EventLines events;
    private final Call call;
    private volatile long endNanos;

    /// @param head answered without its body, or not at all
    /// @param call closed with this
    Arriving(Exchange head, Lines lines, Call call) {
        this.head = head;
        this.lines = lines;
        this.events = new EventLines(lines);
        this.call = call;
        this.endNanos = head.endNanos();
    }

    /// With what was read so far.
    Exchange exchange() {
        Answer answer = head.answer();
        return answer == null
                ? head
                : new Exchange(
                        head.request(),
                        head.connection(),
                        head.beginNanos(),
                        head.sentNanos(),
                        endNanos,
                        answer.withBody(lines.text()),
                        lines.trouble());
    }

    /// Milliseconds from the last byte of the request to the arrival of what was read last.
    double millis() {
        return lines.isUntouched() ? head.waitedMillis() : head.waitedMillis(lines.arrivedNanos());
    }

    /// The next event that comes until then, by `System.nanoTime`.
    Optional<ServerEvent> event(long end) {
        return read(events.next(end));
    }

    /// The next line that comes until then.
    Optional<String> line(long end) {
        return read(lines.next(end));
    }

    /// Whether the body comes to its end by then, and well.
    boolean ends(long end) {
        return read(lines.end(end));
    }

    private <T> T read(T what) {
        endNanos = System.nanoTime();
        return what;
    }

    /// What went wrong, as the end of "the server …".
    @Nullable String trouble() {
        return lines.trouble();
    }

    @Override
    public void close() {
        lines.close();
        call.close();
    }
}
