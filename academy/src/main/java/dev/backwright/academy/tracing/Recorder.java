package dev.backwright.academy.tracing;

import dev.backwright.academy.grading.BareRuns;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.judge.FileTree;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Records a program and runs it in real Node, side by side.
@Component
public final class Recorder {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int STEPS = 10_000;
    private static final long MILLIS = 10_000;

    private final TracerPool tracers;
    private final BareRuns runs;

    Recorder(TracerPool tracers, BareRuns runs) {
        this.tracers = tracers;
        this.runs = runs;
    }

    /// Somebody may be about to record: a tracer is started where none waits. Returns at once.
    public void expect() {
        if (runs.areAllowed()) {
            Thread.startVirtualThread(tracers::ahead);
        }
    }

    Recording record(FileTree files, String main) throws InterruptedException {
        runs.requireAllowed();
        if (!files.files().containsKey(main)) {
            throw CannotAnswer.malformed("There is no file %s among those sent.".formatted(main));
        }
        try (var place = tracers.place()) {
            if (place == null) {
                throw CannotAnswer.tooMany(
                        "%d recordings are being made already. Try again in a moment."
                                .formatted(TracerPool.AT_ONCE));
            }
            return record(files, main, place);
        }
    }

    /// Real Node begins once there is a recording to hold it against.
    private Recording record(FileTree files, String main, TracerPool.Place place)
            throws InterruptedException {
        var real =
                CompletableFuture.supplyAsync(
                        () -> runs.run(files, main), Thread::startVirtualThread);
        return beside(place.record(new Task(texts(files), main, STEPS, MILLIS)), real);
    }

    private static Recording beside(Traced traced, CompletableFuture<BareRuns.Finished> real)
            throws InterruptedException {
        if (traced.said().isStopped()) {
            return new Recording(
                    traced,
                    null,
                    "The recording met its limit of %s, so there is nothing to compare."
                            .formatted(traced.said().by()));
        }
        try {
            var finished = real.get();
            return new Recording(
                    traced, new Said(finished.out(), finished.err(), finished.exit(), null), null);
        } catch (ExecutionException e) {
            var why = String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage());
            LOG.warn("A recording was not compared with real Node: {}", why);
            return new Recording(traced, null, why);
        }
    }

    private static SortedMap<String, String> texts(FileTree files) {
        var texts = new TreeMap<String, String>();
        files.files()
                .forEach((path, bytes) ->
                        texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }
}
