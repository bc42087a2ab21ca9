package dev.backwright.services.wire;

import java.util.ArrayList;
import java.util.List;

/// All that was seen on one wire, in the order of arrival.
final class StatementLog {

    private static final int MOST = 10_000;

    private final String wire;
    private final List<SeenEntry> entries = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long left;

    StatementLog(String wire) {
        this.wire = wire;
    }

    synchronized SeenEntry add(
            int connection, int transaction, String text, String shown, List<String> parameters) {
        var entry = new SeenEntry(wire, connection, transaction, text, shown, parameters);
        if (entries.size() < MOST) {
            entries.add(entry);
        } else {
            left++;
        }
        return entry;
    }

    synchronized void note(String what) {
        if (notes.size() < MOST) {
            notes.add(what);
        }
    }

    synchronized List<SeenStatement> statements() {
        return entries.stream().map(SeenEntry::seen).toList();
    }

    synchronized List<String> notes() {
        var all = new ArrayList<>(notes);
        if (left > 0) {
            all.add(left + " more statements came and were passed on without being noted");
        }
        return List.copyOf(all);
    }
}
