package dev.backwright.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Work in as many lanes as the machine has processors.
final class Lanes {

    private static final int COUNT = Runtime.getRuntime().availableProcessors();

    private Lanes() {}

    /// What becomes of each, in their order.
    ///
    /// @throws IllegalStateException when one of them breaks off
    static <A, R> List<R> all(List<A> each, Function<A, R> work) throws InterruptedException {
        List<Callable<R>> calls = new ArrayList<>();
        each.forEach(one -> calls.add(() -> work.apply(one)));
        List<R> results = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(COUNT)) {
            for (Future<R> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the work broke off", e.getCause());
        }
        return results;
    }
}
