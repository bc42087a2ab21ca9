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
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<Supplier<Evidence>> entries = new ArrayList<>();

    Journal(Origin origin) {
        this.origin = origin;
    }

    /// The number of the next connection.
    int nextConnection() {
        return connections.incrementAndGet();
    }

    /// @param instance of the server, from 1
    synchronized void note(Exchange exchange, int instance, boolean tls) {
        exchanges.add(exchange);
        entries.add(() -> exchange.evidence(origin, instance, tls));
    }

    /// Notes something that may go on.
    synchronized void note(Supplier<Evidence> entry) {
        entries.add(entry);
    }

    /// Notes an exchange whose body is still to come.
    synchronized void noteStream(LiveStream stream, int instance, boolean tls) {
        exchanges.add(stream.exchange());
        entries.add(() -> stream.exchange().evidence(origin, instance, tls));
    }

    synchronized long count(int status) {
        return exchanges.stream().filter(exchange -> exchange.hadStatus(status)).count();
    }

    /// In the order in which it was noted.
    synchronized List<Evidence> evidence() {
        return entries.stream().map(Supplier::get).toList();
    }
}
