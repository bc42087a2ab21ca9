package dev.backwright.services.wire;

import dev.backwright.services.ServiceException;
import dev.backwright.services.wire.Fall.Ending;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// The wire between a learner's program and a service: passes every byte on, notes each statement, and disturbs it on demand.
///
/// ```java
/// db.wire().hold("update").untilAll(2);
/// db.wire().cutBefore("commit");
/// ```
///
/// Patterns are a part of a statement's text; letter case and the amount of white space do not matter.
public final class ServiceWire implements AutoCloseable {

    /// As many bytes of what clients say are kept.
    private static final long KEPT = 32 << 20;

    private final Endpoint endpoint;
    private final Protocol protocol;
    private final StatementLog log;
    private final Disturbances disturbances;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Set<WireConnection> open = ConcurrentHashMap.newKeySet();
    private final List<Carried> carried = new CopyOnWriteArrayList<>();
    private final AtomicLong room = new AtomicLong(KEPT);

    public ServiceWire(Endpoint endpoint, Protocol protocol) {
        this.endpoint = endpoint;
        this.protocol = protocol;
        this.log = new StatementLog(endpoint.name());
        this.disturbances = new Disturbances(new Pulse(endpoint.idle(), endpoint.locked()));
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
        var said = new Carried(ends.client(), room);
        carried.add(said);
        var connection =
                new WireConnection(
                        ends,
                        said,
                        protocol,
                        new Ledger(numbers.incrementAndGet(), log),
                        disturbances);
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
        disturbances.cut(pattern, nth, Ending.BEFORE);
    }

    /// Cuts the connection when the server has done the next matching statement: the answer is lost. Once.
    public void cutAfter(String pattern) {
        cutAfter(pattern, 1);
    }

    /// As [#cutAfter(String)], at the `nth` matching statement from now, counted from 1.
    public void cutAfter(String pattern, int nth) {
        disturbances.cut(pattern, nth, Ending.AFTER);
    }

    /// Resets every connection that sends a matching statement, which never reaches the server; until [#mend].
    public void reset(String pattern) {
        disturbances.reset(pattern);
    }

    /// Lets every connection that sends a matching statement fall silent: it stays open, and nothing goes either way any more.
    /// Until [#mend]; what is silent by then stays so.
    public void halfOpen(String pattern) {
        disturbances.halfOpen(pattern);
    }

    /// Makes each matching statement wait before it goes to the server; until [#mend].
    public void delay(String pattern, long millis) {
        disturbances.delay(pattern, millis);
    }

    /// Lets no more bytes a second through, in each direction of each connection; until [#mend].
    public void bandwidth(int bytesPerSecond) {
        disturbances.bandwidth().limit(bytesPerSecond);
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

    /// Whether the client said this text on any connection, in a statement or anywhere else, encoded as UTF-8 or within it.
    ///
    /// @throws ServiceException where more was said than is kept, and what is kept has no such text
    public boolean carried(String text) {
        if (carried.stream().anyMatch(each -> each.has(text))) {
            return true;
        }
        if (carried.stream().anyMatch(Carried::more)) {
            throw new ServiceException(
                    "More than "
                            + (KEPT >> 20)
                            + " MB went over the wire to "
                            + name()
                            + ": whether a text was among it cannot be said.");
        }
        return false;
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
