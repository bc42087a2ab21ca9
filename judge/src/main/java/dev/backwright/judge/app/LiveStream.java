package dev.backwright.judge.app;

import dev.backwright.checks.Seen;
import dev.backwright.checks.Stream;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A reply whose body is read as it comes, asked about.
///
/// @param head the reply without its body
/// @param failing names the exchange, with what was read so far, as the one a check failed at
record LiveStream(LiveReply head, Arriving arriving, Failing failing) implements Stream {

    private static final long PATIENCE_MILLIS = 5_000;

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
    public Event event(long millis) {
        return new LiveEvent(name(), arriving.event(end(millis)), failing);
    }

    @Override
    public Seen line() {
        return line(PATIENCE_MILLIS);
    }

    @Override
    public Seen line(long millis) {
        String what = name() + ": the next line of the body";
        return arriving.line(end(millis))
                .map(line -> Sighting.of(what, line, failing))
                .orElseGet(() -> Sighting.absent(what, failing));
    }

    @Override
    public Seen ended() {
        boolean well = arriving.ends(end(PATIENCE_MILLIS));
        @Nullable String trouble = arriving.trouble();
        String what = name() + ": whether the body comes to its end";
        return Sighting.of(
                trouble == null ? what : what + " (the server " + trouble + ")", well, failing);
    }

    @Override
    public double millis() {
        return arriving.millis();
    }

    private String name() {
        return head.exchange().name();
    }

    private static long end(long millis) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Override
    public void close() {
        arriving.close();
    }
}
