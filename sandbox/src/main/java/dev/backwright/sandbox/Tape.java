package dev.backwright.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Keeps what a process prints, up to a limit, in the order in which it arrived.
final class Tape implements Output {

    /// Beyond so many changes between the streams their order is given up, not memory.
    private static final int MANY = 20_000;

    private final long limit;
    private final Runnable whenFull;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Consumer<Piece>> listeners = new ArrayList<>();
    private long taken;
    private boolean truncated;

    Tape(long limit, Runnable whenFull) {
        this.limit = limit;
        this.whenFull = whenFull;
    }

    /// Reads a stream to its end on a thread of its own; the future completes then.
    CompletableFuture<Void> record(InputStream stream, boolean error) {
        var done = new CompletableFuture<Void>();
        Thread.ofPlatform().daemon().name("sandbox-output").start(() -> pump(stream, error, done));
        return done;
    }

    private void pump(InputStream stream, boolean error, CompletableFuture<Void> done) {
        var decoding = new Decoding();
        var buffer = new byte[64 * 1024];
        try (stream) {
            for (int n; (n = stream.read(buffer)) >= 0; ) {
                add(error, decoding, buffer, n);
            }
            keep(error, decoding.end());
        } catch (IOException e) {
            keep(error, decoding.end()); // the pipe was closed under us: the process is being ended
        } finally {
            done.complete(null);
        }
    }

    private void add(boolean error, Decoding decoding, byte[] bytes, int count) {
        boolean full;
        synchronized (this) {
            int fits = (int) Math.min(count, limit - taken);
            taken += fits;
            keep(error, decoding.text(bytes, fits));
            full = fits < count && !truncated;
            truncated |= full;
        }
        if (full) {
            whenFull.run();
        }
    }

    private synchronized void keep(boolean error, String text) {
        if (text.isEmpty()) {
            return;
        }
        stretch(error).text.append(text);
        var piece = new Piece(error, text);
        listeners.forEach(listener -> listener.accept(piece));
    }

    private Stretch stretch(boolean error) {
        for (int i = stretches.size() - 1; i >= 0; i--) {
            if (stretches.get(i).error == error) {
                return stretches.get(i);
            }
            if (stretches.size() < MANY) {
                break;
            }
        }
        stretches.add(new Stretch(error, new StringBuilder()));
        return stretches.getLast();
    }

    @Override
    public String out() {
        return all(false);
    }

    @Override
    public String err() {
        return all(true);
    }

    private synchronized String all(boolean error) {
        var text = new StringBuilder();
        stretches.stream().filter(s -> s.error == error).forEach(s -> text.append(s.text));
        return text.toString();
    }

    @Override
    public synchronized List<Line> lines() {
        var lines = new Lines();
        stretches.forEach(stretch -> lines.add(stretch.error, stretch.text));
        return lines.list();
    }

    @Override
    public synchronized boolean truncated() {
        return truncated;
    }

    @Override
    public synchronized void follow(Consumer<Piece> listener) {
        stretches.forEach(s -> listener.accept(new Piece(s.error, s.text.toString())));
        listeners.add(listener);
    }

    private record Stretch(boolean error, StringBuilder text) {}

    /// UTF-8 in pieces: a character may be cut by the end of one read.
    private static final class Decoding {
        private final CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
        private byte[] rest = new byte[0];

        String text(byte[] bytes, int count) {
            var in = ByteBuffer.allocate(rest.length + count).put(rest).put(bytes, 0, count).flip();
            var text = decode(in, false);
            rest = new byte[in.remaining()];
            in.get(rest);
            return text;
        }

        String end() {
            return decode(ByteBuffer.wrap(rest), true);
        }

        private String decode(ByteBuffer in, boolean last) {
            var out = CharBuffer.allocate(in.remaining() + 1);
            decoder.decode(in, out, last);
            return out.flip().toString();
        }
    }
}
