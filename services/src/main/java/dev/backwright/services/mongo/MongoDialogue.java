package dev.backwright.services.mongo;

import dev.backwright.services.wire.Arrival;
import dev.backwright.services.wire.Dialogue;
import dev.backwright.services.wire.Ledger;
import dev.backwright.services.wire.Message;
import dev.backwright.services.wire.NotUnderstood;
import dev.backwright.services.wire.SeenEntry;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one connection asks of MongoDB. Messages tell their length, so one that cannot be read is passed on by itself,
/// with a note, and the next one is read again.
final class MongoDialogue implements Dialogue {

    private static final int MOST_OWED = 1_000;

    private final Ledger ledger;
    private final MongoProtocol protocol;
    private final Map<Integer, SeenEntry> owed = new HashMap<>();
    private final Set<String> noted = new HashSet<>();

    MongoDialogue(Ledger ledger, MongoProtocol protocol) {
        this.ledger = ledger;
        this.protocol = protocol;
    }

    @Override
    public long clientLength(ByteBuffer begun) throws NotUnderstood {
        return Envelope.length(begun);
    }

    @Override
    public long serverLength(ByteBuffer begun) throws NotUnderstood {
        return Envelope.length(begun);
    }

    @Override
    public synchronized Arrival arriving(Message message) {
        try {
            var command = MongoCommand.of(Envelope.of(message));
            if (!protocol.countsAll() && CommandText.isHousekeeping(command)) {
                return Arrival.ON;
            }
            String text = CommandText.of(command);
            int transaction = protocol.transaction(command);
            return new Arrival.Goes(List.of(ledger.statement(transaction, text, text, List.of())));
        } catch (NotUnderstood | RuntimeException e) {
            unread("a message", e);
            return Arrival.ON;
        }
    }

    @Override
    public synchronized void sending(Message message, List<SeenEntry> begun) throws NotUnderstood {
        for (SeenEntry entry : begun) {
            if (Envelope.wantsNoAnswer(message)) {
                entry.done(-1);
            } else if (owed.size() < MOST_OWED) {
                owed.put(Envelope.requestId(message), entry);
                protocol.underway(entry);
            } else {
                throw new NotUnderstood("more than " + MOST_OWED + " questions without an answer");
            }
        }
    }

    @Override
    public synchronized boolean answers(SeenEntry statement, Message message) {
        return owed.get(Envelope.responseTo(message)) == statement;
    }

    @Override
    public synchronized void answered(Message message) {
        @Nullable SeenEntry entry = owed.remove(Envelope.responseTo(message));
        if (entry == null) {
            return;
        }
        try {
            Envelope envelope = Envelope.of(message);
            Reply.of(envelope).tell(entry);
            if (!envelope.whole()) {
                entry.note("the answer is longer than is looked at: documents not all counted");
            }
            if ((envelope.flags() & Envelope.MORE_TO_COME) != 0) {
                owed.put(envelope.requestId(), entry);
            }
        } catch (NotUnderstood | RuntimeException e) {
            unread("an answer", e);
            entry.done(-1);
        }
    }

    /// Says once what could not be read, and goes on.
    private void unread(String what, Exception why) {
        String reason =
                why instanceof NotUnderstood
                        ? String.valueOf(why.getMessage())
                        : what + " with no document we can read";
        if (noted.size() < 20 && noted.add(reason)) {
            ledger.note("passed on unread: " + reason);
        }
    }
}
