package dev.backwright.judge.app;

import dev.backwright.checks.Evidence;
import dev.backwright.judge.seen.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// What went to and fro between a check and all instances of a server. Safe for many threads.
final class Journal {

    private final Origin origin;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Entry> exchanges = new ArrayList<>();
    private final List<Supplier<Evidence>> others = new ArrayList<>();

    Journal(Origin origin) {
        this.origin = origin;
    }

    private record Entry(Supplier<Exchange> exchange, int instance, boolean tls) {}

    /// The number of the next connection.
    int nextConnection() {
        return connections.incrementAndGet();
    }

    /// @param exchange as far as it has come
    /// @param instance of the server, from 1
    synchronized void note(Supplier<Exchange> exchange, int instance, boolean tls) {
        exchanges.add(new Entry(exchange, instance, tls));
    }

    /// Notes what is no exchange, and may go on.
    synchronized void note(Supplier<Evidence> other) {
        others.add(other);
    }

    synchronized long count(int status) {
        return exchanges.stream().filter(each -> each.exchange().get().hadStatus(status)).count();
    }

    /// Exchanges in the order in which they were noted, then all else.
    synchronized List<Evidence> evidence() {
        List<Evidence> all = new ArrayList<>();
        for (Entry each : exchanges) {
            all.add(each.exchange().get().evidence(origin, each.instance(), each.tls()));
        }
        others.forEach(each -> all.add(each.get()));
        return all;
    }
}
