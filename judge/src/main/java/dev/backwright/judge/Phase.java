package dev.backwright.judge;

import dev.backwright.judge.bench.Pace;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// What is our own part of judging, and how long it may take at most on a machine of the usual pace. What takes longer is
/// given up: our fault, never the learner's. The learner's own part has the lab's limits ([Attempt]).
enum Phase {
    PREPARE("Preparing the submission", 30),
    BOOT("Starting what a check asks for", 60),
    REPORT("Writing the report", 30);

    private final String what;
    private final Duration limit;

    Phase(String what, int seconds) {
        this.what = what;
        this.limit = Duration.ofSeconds(seconds);
    }

    /// Does it on a thread of its own, a thread of the system, since the talk with a program blocks on pipes.
    ///
    /// @throws JudgeException when it takes longer than it may
    <T> T within(Pace pace, Supplier<T> work) {
        return within(pace.of(limit), work);
    }

    <T> T within(Duration most, Supplier<T> work) {
        var task = new FutureTask<T>(work::get);
        Thread thread = Thread.ofPlatform().daemon().name("judge-" + name()).start(task);
        try {
            return task.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new JudgeException(
                    "%s took longer than %d s and was given up. Is this machine overloaded, or its disk?"
                            .formatted(what, Math.max(1, most.toSeconds())),
                    e);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new JudgeException("the judge was stopped", e);
        } catch (ExecutionException e) {
            throw thrown(e);
        }
    }

    /// As the work itself threw it.
    private static RuntimeException thrown(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException own -> own;
            case Error own -> throw own;
            case null, default -> new JudgeException("the judge failed: " + e.getCause(), e);
        };
    }
}
