package dev.backwright.services.mongo;

import dev.backwright.services.wire.Dialogue;
import dev.backwright.services.wire.Ledger;
import dev.backwright.services.wire.Protocol;
import dev.backwright.services.wire.SeenEntry;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the connections of one wire have in common: a transaction belongs to a session, and may go over several of them.
final class MongoProtocol implements Protocol {

    /// A statement the server has had for this long waits for something; it is not at work.
    private static final long WAITS_NANOS = 2_000_000_000L;

    private static final int MOST = 10_000;

    private final LinkedHashMap<String, Integer> transactions = new LinkedHashMap<>();
    private final Map<SeenEntry, Long> underway = new LinkedHashMap<>();
    private int lastTransaction;
    private volatile boolean countsAll;

    @Override
    public Dialogue begin(Ledger ledger) {
        return new MongoDialogue(ledger, this);
    }

    /// From now on what drivers ask for themselves is taken down, too.
    void countAll() {
        countsAll = true;
    }

    boolean countsAll() {
        return countsAll;
    }

    /// The number of the command's transaction on this wire, from 1; 0 outside any.
    synchronized int transaction(MongoCommand command) {
        if (command.transaction() < 0) {
            return 0;
        }
        String key = command.session() + command.transaction();
        if (!transactions.containsKey(key)) {
            transactions.put(key, ++lastTransaction);
        }
        if (transactions.size() > MOST) {
            transactions.pollFirstEntry();
        }
        return transactions.getOrDefault(key, lastTransaction);
    }

    synchronized void underway(SeenEntry entry) {
        underway.keySet().removeIf(known -> !known.open());
        underway.put(entry, System.nanoTime());
    }

    /// Whether the server works on nothing that went over this wire.
    synchronized boolean idle() {
        long now = System.nanoTime();
        return underway.entrySet().stream()
                .noneMatch(one -> one.getKey().open() && now - one.getValue() < WAITS_NANOS);
    }
}
