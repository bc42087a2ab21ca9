package dev.backwright.judge.app;

import dev.backwright.checks.Connection;
import dev.backwright.checks.Evidence;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.judge.evidence.Curl;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A connection in a check's own hand. The beginning of what it wrote and of what came is remembered. Used by one thread;
/// any may ask for the evidence.
final class LiveConnection implements Connection {

    private static final long PATIENCE_MILLIS = 5_000;
    private static final int MOST = 1_000_000;

    private final Asking asker;
    private final Link link;
    private final String port;
    private final Recorder recorder;
    private final Inflow inflow;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private volatile boolean cut;
    private volatile boolean ended;
    private volatile boolean left;
    private volatile boolean closedFirst;

    /// @param asker whose redirects are followed
    /// @param port the variable that holds the port
    LiveConnection(Asking asker, Link link, String port) {
        this.port = port;
        this.asker = asker;
        this.link = link;
        this.recorder = new Recorder(link.in());
        this.inflow = Inflow.of(recorder);
    }

    private String name() {
        return "connection " + link.number();
    }

    @Override
    public Connection write(String text) {
        return write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Connection write(byte[] bytes) {
        cut |= bytes.length > Recorder.MOST - written.size();
        Recorder.keep(written, bytes, 0, bytes.length);
        try (var deadline = Deadline.closing(link.channel(), patience())) {
            writeUnlessGone(bytes);
            if (deadline.passed()) {
                throw new Unmet(
                        "%s: expected the server to read what comes; it did not within %d s"
                                .formatted(name(), patience().toSeconds()));
            }
        }
        return this;
    }

    private void writeUnlessGone(byte[] bytes) {
        try {
            link.write(bytes);
        } catch (IOException serverGone) {
            return; // its end is what `closed` tells
        }
    }

    @Override
    public Connection drip(String text, long pauseMillis) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            write(new byte[] {b});
            if (inflow.hasNews(TimeUnit.MILLISECONDS.toNanos(pauseMillis))) {
                return this;
            }
        }
        return this;
    }

    @Override
    public Connection end() {
        ended = true;
        try {
            link.endOutput();
        } catch (IOException serverGone) {
            return this; // its end is what `closed` tells
        }
        return this;
    }

    @Override
    public Seen until(String text) {
        String what = name() + ": what comes up to " + text.strip();
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        if (wanted.length == 0) {
            throw new IllegalArgumentException("until: no text to wait for");
        }
        var read = new ByteArrayOutputStream();
        boolean found = read(read, wanted);
        return found ? seen(what, read) : Sighting.absent(what, Failing.PLAIN);
    }

    @Override
    public Seen rest() {
        String what = name() + ": what comes until the server closes";
        var read = new ByteArrayOutputStream();
        read(read, null);
        return inflow.isOver() ? seen(what, read) : Sighting.absent(what, Failing.PLAIN);
    }

    private static Seen seen(String what, ByteArrayOutputStream read) {
        return Sighting.of(what, read.toString(StandardCharsets.UTF_8), Failing.PLAIN);
    }

    /// Reads until this has come; without it, to the end.
    private boolean read(ByteArrayOutputStream read, byte @Nullable [] wanted) {
        long end = System.nanoTime() + patience().toNanos();
        byte[] last = new byte[wanted == null ? 0 : wanted.length];
        while (read.size() < MOST && inflow.hasNews(end - System.nanoTime())) {
            int b = next();
            if (b < 0) {
                return false;
            }
            read.write(b);
            if (wanted != null) {
                System.arraycopy(last, 1, last, 0, last.length - 1);
                last[last.length - 1] = (byte) b;
                if (read.size() >= wanted.length && Arrays.equals(last, wanted)) {
                    return true;
                }
            }
        }
        return false;
    }

    private int next() {
        try {
            return inflow.read();
        } catch (IOException serverGone) {
            return -1;
        }
    }

    @Override
    public Reply reply() {
        long begin = System.nanoTime();
        var request = Request.of("connection", String.valueOf(link.number()));
        try {
            Answer answer =
                    new AnswerReader(inflow.until(begin + patience().toNanos()), "GET").read();
            var exchange =
                    new Exchange(
                            request, link.number(), begin, begin, System.nanoTime(), answer, null);
            return new LiveReply(exchange, answer, asker, Request.get("/"), false, Failing.PLAIN);
        } catch (NoAnswer | EOFException e) {
            throw noReply(String.valueOf(e.getMessage()));
        } catch (SocketTimeoutException e) {
            throw noReply("did not send one within " + patience().toSeconds() + " s");
        } catch (IOException e) {
            throw noReply("broke the connection before it answered");
        }
    }

    private Unmet noReply(String instead) {
        return new Unmet("%s: expected a reply; the server %s".formatted(name(), instead));
    }

    @Override
    public Seen closed() {
        return closed(PATIENCE_MILLIS);
    }

    @Override
    public Seen closed(long millis) {
        return Sighting.of(
                name() + ": whether the server closes it within " + millis / 1000.0 + " s",
                inflow.endsWithin(TimeUnit.MILLISECONDS.toNanos(millis)),
                Failing.PLAIN);
    }

    Evidence evidence() {
        return new Evidence.Console(
                Curl.raw(written.toByteArray(), ended, port) + (cut ? " # and more" : ""),
                new String(recorder.bytes(), StandardCharsets.UTF_8),
                "",
                wasClosed() ? "closed by the server" : "");
    }

    /// By the server, before the check went away.
    private boolean wasClosed() {
        return left ? closedFirst : inflow.endsWithin(0);
    }

    private static Duration patience() {
        return Duration.ofMillis(PATIENCE_MILLIS);
    }

    @Override
    public void close() {
        if (left) {
            return;
        }
        closedFirst = wasClosed();
        left = true;
        inflow.close();
        link.close();
    }
}
