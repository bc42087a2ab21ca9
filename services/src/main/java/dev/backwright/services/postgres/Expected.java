package dev.backwright.services.postgres;

import dev.backwright.services.wire.SeenEntry;
import java.util.List;

/// An answer the server owes.
///
/// @param entries the statements it is about
record Expected(Kind kind, List<SeenEntry> entries, String text) {

    enum Kind {
        /// `1` after Parse; `text` is what was parsed.
        PARSE,
        /// `C`, `I` or `s` after Execute.
        EXECUTE,
        /// `Z` after Sync.
        SYNC,
        /// Any number of `C` and then `Z`, after Query.
        SIMPLE
    }

    static Expected parse(String text) {
        return new Expected(Kind.PARSE, List.of(), text);
    }

    static Expected execute(SeenEntry entry) {
        return new Expected(Kind.EXECUTE, List.of(entry), "");
    }

    static Expected sync() {
        return new Expected(Kind.SYNC, List.of(), "");
    }

    static Expected simple(List<SeenEntry> entries) {
        return new Expected(Kind.SIMPLE, List.copyOf(entries), "");
    }

    boolean endsBatch() {
        return kind == Kind.SYNC || kind == Kind.SIMPLE;
    }

    /// The next of its statements without an answer.
    java.util.Optional<SeenEntry> open() {
        return entries.stream().filter(SeenEntry::open).findFirst();
    }
}
