package dev.backwright.services.mysql;

import dev.backwright.services.wire.SeenEntry;

/// A statement on its way, with what its text says.
record Asked(SeenEntry entry, Statement statement) {

    boolean open() {
        return entry.open();
    }

    /// One of its results is over.
    ///
    /// @param others whether statements of the same text are waiting for theirs
    void result(Part.Result part, boolean others) {
        boolean tell = part.set() || part.rows() > 0 || statement.touchesRows();
        boolean more = !part.last() && (!others || (part.set() && statement.calls()));
        if (more) {
            entry.came(tell ? part.rows() : 0);
        } else {
            entry.done(tell ? part.rows() : -1);
        }
    }
}
