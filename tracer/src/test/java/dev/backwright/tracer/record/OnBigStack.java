package dev.backwright.tracer.record;

import java.util.ArrayList;

/// Runs on a thread whose stack has room for deep recursion.
final class OnBigStack {

    private OnBigStack() {}

    static void run(long bytes, Runnable work) {
        var failures = new ArrayList<Throwable>();
        var thread = new Thread(null, work, "program", bytes);
        thread.setUncaughtExceptionHandler((where, failure) -> failures.add(failure));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.getFirst());
        }
    }
}
