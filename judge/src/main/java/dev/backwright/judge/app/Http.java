package dev.backwright.judge.app;

import dev.backwright.checks.Request;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Sends requests, each on a connection of its own. Whatever goes wrong is told in the exchange.
final class Http {

    private final Link.Dial dial;
    private final Duration patience;

    Http(Link.Dial dial, Duration patience) {
        this.dial = dial;
        this.patience = patience;
    }

    /// Opens a connection to the server.
    @FunctionalInterface
    interface Connector {
        SocketChannel connect() throws IOException;
    }

    Exchange send(Request request) {
        return finished(sent(request));
    }

    /// A request that was sent. Whoever asked for it waits for the answer, and closes it.
    Call sent(Request request) {
        return Call.begin(dial, request, patience).send();
    }

    /// Sends them all at the same time: every connection is open and every request is out but for its last byte before
    /// the first of these last bytes follows; then they all do, one right after the other.
    List<Exchange> together(List<Request> requests) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Call> calls =
                    each(
                            threads,
                            requests,
                            request -> Call.begin(dial, request, patience).sendAllButLast());
            calls.forEach(Call::sendLast);
            return each(threads, calls, Http::finished);
        }
    }

    /// What came of a request that was sent.
    static Exchange finished(Call call) {
        try (call) {
            return call.exchange();
        }
    }

    private static <T, R> List<R> each(
            ExecutorService threads, List<T> items, Function<T, R> work) {
        List<Future<R>> futures = new ArrayList<>();
        items.forEach(item -> futures.add(threads.submit(() -> work.apply(item))));
        try {
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while requests were under way", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a request could not be sent: " + e.getCause(), e);
        }
    }
}
