package dev.backwright.services.redis;

import dev.backwright.services.wire.SeenEntry;
import org.jspecify.annotations.Nullable;

/// An answer the server owes.
///
/// @param command its first word in capitals
/// @param channels how many words follow
/// @param entry the statement; `null` for what a driver says to introduce itself
record Owed(String command, long channels, boolean inTransaction, @Nullable SeenEntry entry) {

    boolean isAbout(SeenEntry statement) {
        return statement.equals(entry);
    }

    void failed(String why) {
        if (entry != null) {
            entry.failed(why);
        }
    }

    void done(Reply reply) {
        if (entry != null && reply.isError()) {
            entry.failed(reply.text());
        } else if (entry != null) {
            entry.answer(reply.shown());
            entry.done(reply.rows());
        }
    }
}
