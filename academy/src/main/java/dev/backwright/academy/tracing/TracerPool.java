package dev.backwright.academy.tracing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Keeps one tracer started ahead once somebody is about to record, uses each once, and lets only a few work at once.
@Component
final class TracerPool implements AutoCloseable {

    static final int AT_ONCE = 2;

    private static final Logger LOG = LoggerFactory.getLogger(TracerPool.class);

    private final TracerProgram program = TracerProgram.here();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final JsonMapper json;
    private final Set<WaitingTracer> working = ConcurrentHashMap.newKeySet();
    private @Nullable WaitingTracer waiting;
    private boolean closed;

    TracerPool(JsonMapper json) {
        this.json = json;
    }

    /// A place to record at; nothing when as many as may are at work already.
    @Nullable Place place() {
        return places.tryAcquire() ? new Place() : null;
    }

    /// Starts one that waits, where none does. That it cannot be is said by the recording that would have used it.
    synchronized void ahead() {
        if (!closed && (waiting == null || !waiting.isAlive())) {
            try {
                waiting = fresh();
            } catch (TracerFailure e) {
                LOG.debug("no tracer waits", e);
            }
        }
    }

    /// One that may record.
    final class Place implements AutoCloseable {

        /// @throws TracerFailure when it could not be recorded
        Traced record(Task task) throws InterruptedException {
            var tracer = take();
            try (tracer) {
                return tracer.record(task);
            } finally {
                working.remove(tracer);
            }
        }

        @Override
        public void close() {
            places.release();
            ahead();
        }
    }

    private synchronized WaitingTracer take() {
        var taken = waiting;
        waiting = null;
        var tracer = taken != null && taken.isAlive() ? taken : fresh();
        working.add(tracer);
        return tracer;
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
        working.forEach(WaitingTracer::close);
    }
}
