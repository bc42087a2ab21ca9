package dev.backwright.services.wire;

import dev.backwright.services.wire.Fall.Ending;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One connection of the learner's program, joined to one of the server; two threads carry its bytes.
final class WireConnection {

    private final WireEnds ends;
    private final Ledger ledger;
    private final Disturbances disturbances;
    private final Dialogue dialogue;
    private final MessageReader client;
    private final MessageReader server;
    private final Link toClient;
    private final Link toServer;
    private volatile boolean unread;
    private volatile @Nullable SeenEntry doomed;

    /// @param said the client's end, to be read
    WireConnection(
            WireEnds ends,
            ReadableByteChannel said,
            Protocol protocol,
            Ledger ledger,
            Disturbances disturbances) {
        this.ends = ends;
        this.ledger = ledger;
        this.disturbances = disturbances;
        this.dialogue = protocol.begin(ledger);
        this.client = reader(said, dialogue::clientLength);
        this.server = reader(ends.server(), dialogue::serverLength);
        this.toClient = new Link(ends.client(), disturbances.bandwidth());
        this.toServer = new Link(ends.server(), disturbances.bandwidth());
    }

    private MessageReader reader(ReadableByteChannel channel, MessageReader.Framing framing) {
        return new MessageReader(channel, framing, disturbances::beat, () -> unread);
    }

    /// Carries both ways; where one ends, so does the other.
    void carry() throws InterruptedException {
        Thread other = Thread.ofVirtual().name("wire-down").start(() -> carryOut(this::downwards));
        carryOut(this::upwards);
        other.join();
    }

    private interface Way {
        void carry() throws IOException, InterruptedException;
    }

    private void carryOut(Way way) {
        try (ends) {
            way.carry();
        } catch (IOException ended) {
            // one of the two ends went away: the connection is over, as it would be without us
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void reset() {
        ends.reset();
    }

    /// Carries what the client says, until it ends.
    private void upwards() throws IOException, InterruptedException {
        var out = new Outbox(toServer);
        for (Message message = understood(client); message != null; message = understood(client)) {
            if (!forward(message, out)) {
                return;
            }
        }
        out.everything(client);
    }

    /// The next message; null at the end, or when from here on nothing is understood.
    private @Nullable Message understood(MessageReader from) throws IOException {
        if (unread) {
            return null;
        }
        try {
            return from.next();
        } catch (NotUnderstood | RuntimeException e) {
            giveUp(e);
            return null;
        }
    }

    private void giveUp(Exception why) {
        if (!unread) {
            unread = true;
            String reason =
                    why instanceof NotUnderstood ? why.getMessage() : "a message of another shape";
            ledger.note("passed on unread from here: " + reason);
        }
    }

    /// Whether the connection goes on.
    private boolean forward(Message message, Outbox out) throws IOException, InterruptedException {
        return switch (arriving(message)) {
            case Arrival.Goes(var begun) -> goes(message, begun, out);
            case Arrival.Waits() -> {
                sending(message, List.of());
                out.aside(message);
                out.stream(client, message.missing());
                yield true;
            }
            case Arrival.Answered(var answer) -> {
                WireEnds.write(toClient, answer);
                yield true;
            }
        };
    }

    private boolean goes(Message message, List<SeenEntry> begun, Outbox out)
            throws IOException, InterruptedException {
        if (disturbances.hold(begun)) {
            out.flush();
            disturbances.pass(ledger.connection(), begun);
        }
        Disturbances.Last last = disturbances.last(begun);
        if (last != null && last.ending() != Ending.AFTER) {
            out.flush();
            end(last, begun);
            return false;
        }
        doomed = last == null ? doomed : last.statement();
        begun.forEach(SeenEntry::sent);
        sending(message, begun);
        out.add(message);
        out.stream(client, message.missing());
        if (!client.ready()) {
            out.flush();
        }
        return true;
    }

    private void end(Disturbances.Last last, List<SeenEntry> begun) throws IOException {
        if (last.ending() == Ending.BEFORE) {
            begun.forEach(SeenEntry::cutBefore);
            ends.reset();
            return;
        }
        begun.forEach(entry -> entry.note("swallowed: the connection is silent from here on"));
        toClient.silence();
        new Outbox(new Nowhere()).everything(client);
    }

    private Arrival arriving(Message message) {
        try {
            return dialogue.arriving(message);
        } catch (NotUnderstood | RuntimeException e) {
            giveUp(e);
            return Arrival.ON;
        }
    }

    private void sending(Message message, List<SeenEntry> begun) {
        try {
            dialogue.sending(message, begun);
        } catch (NotUnderstood | RuntimeException e) {
            giveUp(e);
        }
    }

    /// Carries what the server says, until it ends.
    private void downwards() throws IOException, InterruptedException {
        var out = new Outbox(toClient);
        for (Message message = understood(server); message != null; message = understood(server)) {
            SeenEntry lost = doomed;
            if (lost != null && answers(lost, message)) {
                out.flush();
                lose(lost, message);
                return;
            }
            answered(message);
            out.add(message);
            out.stream(server, message.missing());
            if (!server.ready()) {
                out.flush();
            }
        }
        out.everything(server);
    }

    private boolean answers(SeenEntry statement, Message message) {
        try {
            return dialogue.answers(statement, message);
        } catch (NotUnderstood | RuntimeException e) {
            giveUp(e);
            return false;
        }
    }

    private void answered(Message message) {
        try {
            dialogue.answered(message);
        } catch (NotUnderstood | RuntimeException e) {
            giveUp(e);
        }
    }

    /// Reads the answer to the end, so that the server is done, and lets the client have none of it.
    private void lose(SeenEntry lost, Message first) throws IOException {
        var nowhere = new Outbox(new Nowhere());
        for (Message message = first; message != null; message = understood(server)) {
            answered(message);
            nowhere.stream(server, message.missing());
            if (dialogue.settled(lost)) {
                break;
            }
        }
        lost.cutAfter();
        ends.reset();
    }
}
