package dev.backwright.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// How many verdicts a judge reaches in a minute, when as many submissions are always under way as the machine has processors.
record Throughput(PrintStream out) {

    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    /// Half of that time goes before, unread, until the Java machine is warm.
    void of(Solution solution, Duration span) throws InterruptedException {
        perMinute(solution, span.dividedBy(2));
        out.printf(
                Locale.ROOT,
                "%-24s %6.0f verdicts a minute  (%d at once, %d s)%n",
                solution.lab().id(),
                perMinute(solution, span),
                AT_ONCE,
                span.toSeconds());
    }

    /// What was begun in that time is counted, and waited for.
    private static double perMinute(Solution solution, Duration span) throws InterruptedException {
        long begin = System.nanoTime();
        long end = begin + span.toNanos();
        List<Callable<Integer>> lanes = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            lanes.add(() -> verdictsUntil(end, solution));
        }
        int verdicts = 0;
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Integer> lane : threads.invokeAll(lanes)) {
                verdicts += lane.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(solution.lab().id() + " failed", e.getCause());
        }
        return verdicts * 60e9 / (System.nanoTime() - begin);
    }

    private static int verdictsUntil(long end, Solution solution) {
        int count = 0;
        for (; System.nanoTime() < end; count++) {
            solution.judged();
        }
        return count;
    }
}
