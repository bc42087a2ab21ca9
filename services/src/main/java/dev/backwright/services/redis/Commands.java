package dev.backwright.services.redis;

import dev.backwright.services.wire.Arrival;
import dev.backwright.services.wire.Dialogue;
import dev.backwright.services.wire.Ledger;
import dev.backwright.services.wire.Message;
import dev.backwright.services.wire.NotUnderstood;
import dev.backwright.services.wire.SeenEntry;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one connection has asked of Redis, in RESP2 or RESP3: each command is answered in turn, but for what is pushed.
///
/// Commands between MULTI and EXEC are one transaction; each is done when EXEC's answer says so. What a driver says at first
/// to introduce itself (HELLO, AUTH, CLIENT, INFO, SELECT) is no statement.
final class Commands implements Dialogue {

    private static final Set<String> INTRODUCTION =
            Set.of("AUTH", "HELLO", "CLIENT", "INFO", "SELECT", "COMMAND", "READONLY");

    private final Ledger ledger;
    private final Replies replies = new Replies();
    private final Subscriptions subscriptions = new Subscriptions();
    private final Deque<Owed> owed = new ArrayDeque<>();
    private final Queued queued = new Queued();
    private @Nullable Request coming;
    private boolean introduced;
    private int transaction;
    private int transactions;
    private long unconfirmed;

    Commands(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public synchronized long clientLength(ByteBuffer begun) throws NotUnderstood {
        return Pieces.ofClient(begun, coming != null);
    }

    @Override
    public long serverLength(ByteBuffer begun) throws NotUnderstood {
        return Pieces.ofServer(begun);
    }

    @Override
    public synchronized Arrival arriving(Message message) throws NotUnderstood {
        ByteBuffer piece = message.bytes();
        if (coming != null) {
            long length = Pieces.number(piece);
            coming.add(Pieces.body(piece, length), length);
        } else if (piece.get(0) == '*') {
            long words = Pieces.number(piece);
            coming = words > 0 ? new Request(words) : null;
        } else {
            Request typed = Request.inline(Pieces.text(piece));
            coming = typed.count() > 0 ? typed : null;
        }
        return coming == null ? Arrival.ON : coming.whole() ? whole(coming) : new Arrival.Waits();
    }

    private Arrival whole(Request request) throws NotUnderstood {
        coming = null;
        String name = request.name();
        if (name.equals("CLIENT") && request.word(1).equals("REPLY")) {
            throw new NotUnderstood("CLIENT REPLY changes what is answered");
        }
        introduced |= !INTRODUCTION.contains(name);
        if (name.equals("MULTI") && transaction == 0) {
            transaction = ++transactions;
        }
        SeenEntry entry = null;
        if (introduced) {
            String text = request.text();
            entry = ledger.statement(transaction, text, text, List.of());
        }
        owed.add(new Owed(name, request.count() - 1, transaction > 0, entry));
        if (Set.of("EXEC", "DISCARD", "RESET").contains(name)) {
            transaction = 0;
        }
        return entry == null ? Arrival.ON : new Arrival.Goes(List.of(entry));
    }

    @Override
    public synchronized boolean answers(SeenEntry statement, Message message) {
        byte type = message.bytes().get(0);
        Owed first = owed.peekFirst();
        if (first == null || !replies.between() || !first.isAbout(statement)) {
            return false;
        }
        boolean subscribing = Subscriptions.concerns(first.command());
        return subscribing || (type != '>' && !(type == '*' && subscriptions.any()));
    }

    @Override
    public synchronized void answered(Message message) throws NotUnderstood {
        Reply reply = replies.take(message);
        if (reply == null || subscriptions.published(reply)) {
            return;
        }
        Owed first = owed.peekFirst();
        if (first == null) {
            unasked(reply);
        } else if (Subscriptions.concerns(first.command())
                && !reply.isError()
                && !reply.isQueued()) {
            confirmed(first, reply);
        } else if (reply.type() != '>') {
            owed.removeFirst();
            answered(first, reply);
        }
    }

    private void unasked(Reply reply) {
        if (reply.isError()) {
            ledger.note(reply.text());
        }
    }

    /// A published message may come in between.
    private void confirmed(Owed first, Reply reply) {
        if (!reply.element(0).contains("subscribe")) {
            return;
        }
        if (unconfirmed == 0) {
            unconfirmed = subscriptions.confirmations(first.command(), first.channels());
        }
        subscriptions.confirmed(reply);
        unconfirmed--;
        if (unconfirmed == 0) {
            owed.removeFirst();
            first.done(reply);
        }
    }

    private void answered(Owed first, Reply reply) {
        if (first.inTransaction() && reply.isQueued()) {
            queued.add(first);
            return;
        }
        switch (first.command()) {
            case "EXEC" -> queued.executed(reply);
            case "DISCARD" -> queued.failed("not run: the transaction was discarded");
            case "RESET" -> {
                queued.failed("not run: the connection was reset");
                subscriptions.none();
            }
            default -> {}
        }
        first.done(reply);
    }

    /// A command that was queued is as done as it can be: the rest is EXEC's.
    @Override
    public synchronized boolean settled(SeenEntry statement) {
        return !statement.open() || queued.has(statement);
    }
}
