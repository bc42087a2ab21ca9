package dev.backwright.services.wire;

/// Says which statement is a connection's last.
interface Fall {

    /// Whether this one is; told of each statement that arrives, so that it can count.
    boolean isDue(SeenEntry statement);

    Ending ending();

    /// Whether it is used up by one statement.
    boolean once();

    /// How a connection ends with a statement.
    enum Ending {
        /// The server never sees it, and the connection is gone.
        BEFORE,
        /// The server does it, and the connection is gone before its answer.
        AFTER,
        /// The server never sees it, and the connection seems to be there.
        SILENCE
    }
}
