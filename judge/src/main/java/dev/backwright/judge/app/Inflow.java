package dev.backwright.judge.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Takes in what comes as it comes, so that whoever waits for it can stop waiting. What is not read yet is bounded: then
/// the other side has to wait.
final class Inflow extends InputStream {

    private static final int MOST = 256 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private byte[] bytes = new byte[16 * 1024];
    private int from;
    private int to;
    private final Deque<Piece> pieces = new ArrayDeque<>();
    private long added;
    private long taken;
    private long arrivedNanos;
    private boolean ended;
    private boolean left;
    private @Nullable IOException failure;

    private Inflow() {}

    /// Bytes that came together.
    ///
    /// @param end how many had come with it, in all
    private record Piece(long end, long nanos) {}

    /// Begins to take in, on a thread of its own, which ends with the source.
    static Inflow of(InputStream source) {
        var inflow = new Inflow();
        Thread.ofVirtual().start(() -> inflow.pump(source));
        return inflow;
    }

    private void pump(InputStream source) {
        byte[] buffer = new byte[16 * 1024];
        try {
            for (int n = source.read(buffer); n >= 0; n = source.read(buffer)) {
                add(buffer, n);
            }
            end(null);
        } catch (IOException e) {
            end(e);
        }
    }

    private void add(byte[] more, int count) throws IOException {
        lock.lock();
        try {
            while (to - from >= MOST && !left) {
                changed.await();
            }
            if (left) {
                throw new IOException("nobody reads it any more");
            }
            int left = to - from;
            byte[] room = left + count > bytes.length ? new byte[2 * (left + count)] : bytes;
            System.arraycopy(bytes, from, room, 0, left);
            System.arraycopy(more, 0, room, left, count);
            bytes = room;
            from = 0;
            to = left + count;
            added += count;
            pieces.add(new Piece(added, System.nanoTime()));
            changed.signalAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    private void end(@Nullable IOException how) {
        lock.lock();
        try {
            ended = true;
            failure = how;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Whether there is anything to be read, or the end, now or within this time.
    boolean hasNews(long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (from == to && !ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            return from < to || ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the server", e);
        } finally {
            lock.unlock();
        }
    }

    /// Whether no more will come, now or within this time.
    boolean endsWithin(long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (!ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the server", e);
        } finally {
            lock.unlock();
        }
    }

    /// Whether all has been read, and no more will come.
    boolean isOver() {
        lock.lock();
        try {
            return ended && from == to;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        hasNews(Long.MAX_VALUE); // whoever closes the source ends the waiting
        lock.lock();
        try {
            if (from < to) {
                return take(target, offset, Math.min(length, to - from));
            }
            if (failure != null) {
                throw failure;
            }
            return -1;
        } finally {
            lock.unlock();
        }
    }

    private int take(byte[] target, int offset, int count) {
        System.arraycopy(bytes, from, target, offset, count);
        from += count;
        taken += count;
        while (pieces.getFirst().end() < taken) {
            pieces.removeFirst();
        }
        arrivedNanos = pieces.getFirst().nanos();
        changed.signalAll();
        return count;
    }

    /// When the last byte that was read came, by `System.nanoTime`; 0 before the first.
    long arrivedNanos() {
        lock.lock();
        try {
            return arrivedNanos;
        } finally {
            lock.unlock();
        }
    }

    /// The same bytes, for who waits for none beyond a moment: then reading ends with a [SocketTimeoutException].
    ///
    /// @param end by `System.nanoTime`
    InputStream until(long end) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                awaitNews(end);
                return Inflow.this.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                awaitNews(end);
                return Inflow.this.read(target, offset, length);
            }
        };
    }

    /// Nobody reads on: what takes in stops, also where it waits for room. Whoever has the source closes that.
    @Override
    public void close() {
        lock.lock();
        try {
            left = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitNews(long end) throws SocketTimeoutException {
        if (!hasNews(end - System.nanoTime())) {
            throw new SocketTimeoutException("nothing came in time");
        }
    }
}
