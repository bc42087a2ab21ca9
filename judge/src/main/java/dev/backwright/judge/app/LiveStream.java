package dev.backwright.judge.app;

import dev.backwright.checks.Seen;
import dev.backwright.checks.Stream;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A reply whose body is read as it comes.
final class LiveStream implements Stream {

    private static final long PATIENCE_MILLIS = 5_000;

    private final Exchange begun;
    private final LiveReply head;
    private final Link link;
    private final Lines lines;
    private final EventLines events;
    private volatile long endNanos;

    private LiveStream(Exchange begun, LiveReply head, Link link, InputStream body) {
        this.begun = begun;
        this.head = head;
        this.link = link;
        this.lines = new Lines(Inflow.of(body));
        this.events = new EventLines(begun.name(), lines);
        this.endNanos = begun.endNanos();
    }

    /// @param begun with a body
    /// @param head its head, to be asked about
    static LiveStream of(Call.Begun begun, LiveReply head) {
        Link link = begun.link();
        InputStream body = begun.body();
        if (link == null || body == null) {
            throw new IllegalArgumentException("there is nothing to read");
        }
        return new LiveStream(begun.exchange(), head, link, body);
    }

    /// The exchange with what was read so far.
    Exchange exchange() {
        Answer answer = head.answer().withBody(lines.text());
        return new Exchange(
                begun.request(),
                begun.connection(),
                begun.beginNanos(),
                begun.sentNanos(),
                endNanos,
                answer,
                lines.trouble());
    }

    @Override
    public Stream status(int... anyOf) {
        head.status(anyOf);
        return this;
    }

    @Override
    public Seen header(String name) {
        return head.header(name);
    }

    @Override
    public Event event() {
        return event(PATIENCE_MILLIS);
    }

    @Override
    public synchronized Event event(long millis) {
        ServerEvent event = events.next(end(millis));
        endNanos = System.nanoTime();
        return event;
    }

    @Override
    public Seen line() {
        return line(PATIENCE_MILLIS);
    }

    @Override
    public synchronized Seen line(long millis) {
        @Nullable String line = lines.next(end(millis)).orElse(null);
        endNanos = System.nanoTime();
        String what = begun.name() + ": a line of the body";
        return line == null
                ? Sighting.absent(what, Failing.PLAIN)
                : Sighting.of(what, line, Failing.PLAIN);
    }

    @Override
    public synchronized Seen ended() {
        boolean well = lines.end(end(PATIENCE_MILLIS));
        endNanos = System.nanoTime();
        String trouble = lines.trouble();
        String what = begun.name() + ": whether the body comes to its end";
        return Sighting.of(
                trouble == null ? what : what + " (the server " + trouble + ")",
                well,
                Failing.PLAIN);
    }

    private static long end(long millis) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Override
    public void close() {
        link.close();
    }
}
