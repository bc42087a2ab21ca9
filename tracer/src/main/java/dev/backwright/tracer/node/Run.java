package dev.backwright.tracer.node;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.graalvm.polyglot.Context;
import org.jspecify.annotations.Nullable;

/// One run of a program in its context: a thread of its own, and a clock that ends it.
final class Run {

    /// Ten thousand calls of JavaScript, each some dozen of Java's, with room to spare.
    private static final long STACK = 1L << 30;

    private final Context context;
    private final Duration limit;
    private volatile boolean expired;

    Run(Context context, Duration limit) {
        this.context = context;
        this.limit = limit;
    }

    /// How `program`, which gives its exit code, has ended. Whatever else it throws is thrown here.
    Ending of(IntSupplier program) {
        var ending = new AtomicReference<@Nullable Ending>();
        var failure = new AtomicReference<@Nullable Throwable>();
        var thread = new Thread(null, () -> enter(program, ending, failure), "program", STACK);
        try (var clock = Executors.newSingleThreadScheduledExecutor(Run::clockThread)) {
            var alarm = clock.schedule(this::expire, limit.toMillis(), TimeUnit.MILLISECONDS);
            thread.start();
            join(thread);
            alarm.cancel(false);
        }
        return result(ending.get(), failure.get());
    }

    private void enter(
            IntSupplier program,
            AtomicReference<@Nullable Ending> ending,
            AtomicReference<@Nullable Throwable> failure) {
        try {
            context.enter();
            try {
                ending.set(run(program));
            } finally {
                context.leave();
            }
        } catch (Throwable thrown) {
            failure.set(thrown);
        }
    }

    private static Ending run(IntSupplier program) {
        try {
            return new Ending(program.getAsInt(), Ending.By.FINISHED);
        } catch (ProcessExit exit) {
            return exit.ending();
        }
    }

    private Ending result(@Nullable Ending ending, @Nullable Throwable failure) {
        if (expired) {
            return new Ending(0, Ending.By.TIME);
        }
        if (ending != null) {
            return ending;
        }
        throw new IllegalStateException("The program could not be run", failure);
    }

    /// Cancels rather than interrupts: not even a `finally` of the program's runs any more.
    private void expire() {
        expired = true;
        context.close(true);
    }

    private static Thread clockThread(Runnable work) {
        return Thread.ofPlatform().daemon().name("time limit").unstarted(work);
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
