package dev.backwright.services;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One connection of the learner's program, joined to one of the server; two threads carry its bytes.
final class WireConnection {

    private final int number;
    private final WireEnds ends;
    private final StatementLog log;
    private final Disturbances disturbances;
    private final Conversation conversation;
    private volatile boolean unread;
    private volatile @Nullable SeenEntry doomed;

    WireConnection(int number, WireEnds ends, StatementLog log, Disturbances disturbances) {
        this.number = number;
        this.ends = ends;
        this.log = log;
        this.disturbances = disturbances;
        this.conversation = new Conversation(number, log);
    }

    /// Carries what the client says, until it ends.
    void upwards(MessageReader client) throws IOException, InterruptedException {
        var out = new Outbox(ends.server());
        Message message = understood(client);
        while (message != null && forward(message, client, out)) {
            message = understood(client);
        }
        if (unread) {
            out.everything(client);
        }
    }

    /// The next message; null at the end, or when from here on nothing is understood.
    private @Nullable Message understood(MessageReader from) throws IOException {
        if (unread) {
            return null;
        }
        try {
            return from.next();
        } catch (MessageReader.NotUnderstood e) {
            giveUp(e.getMessage());
            return null;
        }
    }

    private void giveUp(@Nullable String why) {
        if (!unread) {
            unread = true;
            log.note("connection " + number + ": passed on unread from here: " + why);
        }
    }

    private boolean forward(Message message, MessageReader client, Outbox out)
            throws IOException, InterruptedException {
        List<SeenEntry> arrived = arriving(message);
        if (disturbances.hold(arrived)) {
            out.flush();
            disturbances.pass(number, arrived);
        }
        if (disturbances.takeBefore(arrived) != null) {
            arrived.forEach(SeenEntry::cutBefore);
            out.flush();
            ends.reset();
            return false;
        }
        SeenEntry cut = disturbances.takeAfter(arrived);
        doomed = cut == null ? doomed : cut;
        sending(message, arrived);
        deliver(message, client, out);
        return true;
    }

    private static void deliver(Message message, MessageReader client, Outbox out)
            throws IOException {
        switch (message.type()) {
            case 'P', 'B', 'D', 'C' -> out.aside(message);
            default -> out.add(message);
        }
        if (!message.whole()) {
            out.stream(client, message.missing());
        } else if (!client.ready()) {
            out.flush();
        }
    }

    private List<SeenEntry> arriving(Message message) {
        try {
            return conversation.arriving(message);
        } catch (RuntimeException e) {
            giveUp("a message \"" + message.type() + "\" could not be read");
            return List.of();
        }
    }

    private void sending(Message message, List<SeenEntry> arrived) {
        try {
            conversation.sending(message, arrived);
        } catch (RuntimeException e) {
            giveUp("a message \"" + message.type() + "\" could not be read");
        }
    }

    /// Carries what the server says, until it ends.
    void downwards(MessageReader server) throws IOException, InterruptedException {
        var out = new Outbox(ends.client());
        for (Message message = understood(server); message != null; message = understood(server)) {
            SeenEntry lost = doomed;
            if (lost != null && conversation.answersNext(lost)) {
                out.flush();
                lose(lost, message, server);
                return;
            }
            answered(message);
            out.add(message);
            if (!message.whole()) {
                out.stream(server, message.missing());
            } else if (!server.ready()) {
                out.flush();
            }
        }
        if (unread) {
            out.everything(server);
        }
    }

    private void answered(Message message) {
        try {
            conversation.answered(message);
        } catch (RuntimeException e) {
            giveUp("an answer \"" + message.type() + "\" could not be read");
        }
    }

    /// Reads the answer to the end, so that the server is done, and lets the client have none of it.
    private void lose(SeenEntry lost, Message first, MessageReader server)
            throws IOException, InterruptedException {
        var nowhere = new Outbox(new Nowhere());
        for (Message message = first; message != null; message = understood(server)) {
            answered(message);
            nowhere.stream(server, message.missing());
            if (message.type() == 'Z' || (!lost.open() && !batchEndComes())) {
                break;
            }
        }
        lost.cutAfter();
        ends.reset();
    }

    /// A program that asks for the end of its batch does so at once; one that waits for the answer first would wait for ever.
    private boolean batchEndComes() throws InterruptedException {
        for (int i = 0; i < 50 && !conversation.batchEndAsked(); i++) {
            Thread.sleep(4);
        }
        return conversation.batchEndAsked();
    }

    void reset() {
        ends.reset();
    }
}
