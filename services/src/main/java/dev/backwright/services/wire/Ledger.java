package dev.backwright.services.wire;

import java.util.List;

/// Takes down the statements of one connection.
public final class Ledger {

    private final int connection;
    private final StatementLog log;

    Ledger(int connection, StatementLog log) {
        this.connection = connection;
        this.log = log;
    }

    /// A ledger that nobody reads.
    public static Ledger blank() {
        return new Ledger(1, new StatementLog(""));
    }

    /// A statement that has arrived.
    ///
    /// @param transaction its number on this connection, from 1; 0 outside any
    /// @param text the whole of it, for patterns
    /// @param shown as it may be shown: secrets masked, not too long
    /// @param parameters as text
    public SeenEntry statement(
            int transaction, String text, String shown, List<String> parameters) {
        return log.add(connection, transaction, text, shown, parameters);
    }

    int connection() {
        return connection;
    }

    /// Something to be said about the connection itself.
    public void note(String what) {
        log.note("connection " + connection + ": " + what);
    }
}
