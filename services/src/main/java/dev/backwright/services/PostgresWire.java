package dev.backwright.services;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// The wire between a learner's program and its database: passes every byte on, notes each statement, and disturbs it on demand.
///
/// ```java
/// db.wire().hold("update").untilAll(2);
/// db.wire().cutBefore("commit");
/// ```
///
/// Patterns are a part of a statement's text; letter case and the amount of white space do not matter.
public final class PostgresWire implements AutoCloseable {

    private final PostgresLogin login;
    private final Pulse pulse;
    private final StatementLog log = new StatementLog();
    private final Disturbances disturbances;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Set<WireConnection> open = ConcurrentHashMap.newKeySet();

    PostgresWire(PostgresLogin login, BooleanSupplier idle) {
        this.login = login;
        this.pulse = new Pulse(idle);
        this.disturbances = new Disturbances(pulse);
    }

    /// The address for the program, which finds this wire at `host` and `port`.
    public String url(String host, int port) {
        return login.url(host, port);
    }

    /// Takes over a connection of the program and returns when it has ended; the caller closes the channel.
    public void handle(SocketChannel client) throws IOException {
        pulse.beat();
        if (disturbances.refusing()) {
            WireEnds.reset(client);
            return;
        }
        try (var ends = WireEnds.join(client, login)) {
            carry(ends);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(WireEnds ends) throws InterruptedException {
        var client = new MessageReader(ends.client(), pulse::beat);
        try {
            switch (Opening.between(client, ends.client(), ends.server())) {
                case SESSION -> session(client, ends);
                case CANCEL ->
                        new Outbox(ends.client())
                                .everything(new MessageReader(ends.server(), pulse::beat));
                case UNKNOWN ->
                        unread(client, ends, "its opening is not of PostgreSQL's protocol 3");
                case GONE -> {}
            }
        } catch (MessageReader.NotUnderstood e) {
            unread(client, ends, String.valueOf(e.getMessage()));
        } catch (IOException ended) {
            // one of the two ends went away: the connection is over, as it would be without us
        }
    }

    private void unread(MessageReader client, WireEnds ends, String why)
            throws InterruptedException {
        log.note("a connection was passed on unread: " + why);
        both(
                ends,
                () -> new Outbox(ends.server()).everything(client),
                () ->
                        new Outbox(ends.client())
                                .everything(new MessageReader(ends.server(), pulse::beat)));
    }

    private void session(MessageReader client, WireEnds ends) throws InterruptedException {
        var connection = new WireConnection(numbers.incrementAndGet(), ends, log, disturbances);
        open.add(connection);
        try {
            if (disturbances.refusing()) {
                connection.reset();
            }
            var server = new MessageReader(ends.server(), pulse::beat);
            both(ends, () -> connection.upwards(client), () -> connection.downwards(server));
        } finally {
            open.remove(connection);
            pulse.beat();
        }
    }

    @FunctionalInterface
    private interface Carrying {
        void run() throws IOException, InterruptedException;
    }

    /// Carries both ways; where one ends, so does the other.
    private static void both(WireEnds ends, Carrying up, Carrying down)
            throws InterruptedException {
        Thread other = Thread.ofVirtual().name("wire-down").start(() -> carryOut(ends, down));
        carryOut(ends, up);
        other.join();
    }

    private static void carryOut(WireEnds ends, Carrying way) {
        try (ends) {
            way.run();
        } catch (IOException ended) {
            // one of the two ends went away: the connection is over, as it would be without us
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Holds back matching statements until the hold says otherwise.
    public PostgresHold hold(String pattern) {
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
