package dev.backwright.services.wire;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The wire between a learner's program and a service: passes every byte on, notes each statement, and disturbs it on demand.
///
/// ```java
/// db.wire().hold("update").untilAll(2);
/// db.wire().cutBefore("commit");
/// ```
///
/// Patterns are a part of a statement's text; letter case and the amount of white space do not matter.
public final class ServiceWire implements AutoCloseable {

    private final Endpoint endpoint;
    private final Protocol protocol;
    private final StatementLog log;
    private final Disturbances disturbances;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Set<WireConnection> open = ConcurrentHashMap.newKeySet();

    public ServiceWire(Endpoint endpoint, Protocol protocol) {
        this.endpoint = endpoint;
        this.protocol = protocol;
        this.log = new StatementLog(endpoint.name());
        this.disturbances = new Disturbances(new Pulse(endpoint.idle()));
    }

    /// The service, as evidence names it: `postgres`.
    public String name() {
        return endpoint.name();
    }

    /// The address for the program, which finds this wire at `host` and `port`.
    public String url(String host, int port) {
        return endpoint.address().text(host, port);
    }

    /// Takes over a connection of the program and returns when it has ended; the caller closes the channel.
    public void handle(SocketChannel client) throws IOException {
        disturbances.beat();
        if (disturbances.refusing()) {
            WireEnds.reset(client);
            return;
        }
        try (var ends = WireEnds.join(client, endpoint.server())) {
            carry(ends);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(WireEnds ends) throws InterruptedException {
        var connection =
                new WireConnection(numbers.incrementAndGet(), ends, protocol, log, disturbances);
        open.add(connection);
        try {
            if (disturbances.refusing()) {
                connection.reset();
            }
            connection.carry();
        } finally {
            open.remove(connection);
            disturbances.beat();
        }
    }

    /// Holds back matching statements until the hold says otherwise.
    public Hold hold(String pattern) {
        return disturbances.hold(pattern);
    }

    /// Cuts the connection when the next matching statement arrives: it never reaches the server. Once.
    public void cutBefore(String pattern) {
        cutBefore(pattern, 1);
    }

    /// As [#cutBefore(String)], at the `nth` matching statement from now, counted from 1.
    public void cutBefore(String pattern, int nth) {
        disturbances.cutBefore(pattern, nth);
    }

    /// Cuts the connection when the server has done the next matching statement: the answer is lost. Once.
    public void cutAfter(String pattern) {
        cutAfter(pattern, 1);
    }

    /// As [#cutAfter(String)], at the `nth` matching statement from now, counted from 1.
    public void cutAfter(String pattern, int nth) {
        disturbances.cutAfter(pattern, nth);
    }

    /// Ends all open connections and refuses new ones, until [#mend].
    public void refuse() {
        disturbances.refuse();
        open.forEach(WireConnection::reset);
    }

    /// Ends every disturbance and lets go of what is held.
    public void mend() {
        disturbances.mend();
    }

    /// The statements seen so far, in the order in which they arrived.
    public List<SeenStatement> statements() {
        return log.statements();
    }

    /// What is to be said about the wire itself: connections passed on unread, errors that belong to no statement.
    public List<String> notes() {
        return log.notes();
    }

    /// How many connections are open now.
    public long openConnections() {
        return open.size();
    }

    /// Ends all connections, and what is held with them.
    @Override
    public void close() {
        refuse();
        disturbances.mend();
        disturbances.refuse();
    }
}
