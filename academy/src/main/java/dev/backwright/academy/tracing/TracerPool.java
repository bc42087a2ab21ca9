package dev.backwright.academy.tracing;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Keeps one tracer started ahead once somebody has recorded something, uses each once, and lets only a few work at once.
@Component
final class TracerPool implements AutoCloseable {

    static final int AT_ONCE = 2;

    private final TracerProgram program = TracerProgram.here();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final JsonMapper json;
    private @Nullable WaitingTracer waiting;
    private boolean closed;

    TracerPool(JsonMapper json) {
        this.json = json;
    }

    /// Records it; nothing when as many as may are at work already.
    ///
    /// @throws TracerFailure when it could not be recorded
    @Nullable Traced record(Task task) throws InterruptedException {
        if (!places.tryAcquire()) {
            return null;
        }
        try (var tracer = take()) {
            return tracer.record(task);
        } finally {
            places.release();
            ahead();
        }
    }

    /// Starts one that waits, where none does.
    synchronized void ahead() {
        if (!closed && (waiting == null || !waiting.isAlive())) {
            waiting = fresh();
        }
    }

    private synchronized WaitingTracer take() {
        var taken = waiting;
        waiting = null;
        return taken != null && taken.isAlive() ? taken : fresh();
    }

    private WaitingTracer fresh() {
        return new WaitingTracer(program.start(), json);
    }

    @Override
    public synchronized void close() {
        closed = true;
        var last = waiting;
        if (last != null) {
            last.close();
        }
    }
}
