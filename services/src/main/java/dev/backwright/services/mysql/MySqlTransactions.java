package dev.backwright.services.mysql;

/// Numbers the transactions of one connection. What a statement says is believed when it arrives; the server's word, which comes with
/// each answer, sets it right.
///
/// "START TRANSACTION, COMMIT, and ROLLBACK Statements", MySQL 8.4 Reference Manual, chapter 15.3.1;
/// "SERVER_STATUS_flags_enum", MySQL Source Code Documentation.
final class MySqlTransactions {

    private static final int IN_TRANSACTION = 0x0001;
    private static final int AUTOCOMMIT = 0x0002;

    private int last;
    private int current;
    private boolean inside;
    private boolean autocommit = true;

    /// The number for a statement that arrives now; 0 outside any.
    int arriving(Statement statement) {
        if (statement.begins()) {
            current = ++last;
        } else if (statement.commits()) {
            current = 0;
            return 0;
        } else if (current == 0 && !autocommit && !statement.ends()) {
            current = ++last;
        }
        int number = current;
        if (statement.ends()) {
            current = statement.chains() && current != 0 ? ++last : 0;
        }
        return number;
    }

    /// Whether this statement ends an open transaction without saying so.
    boolean endsBySideEffect(Statement statement) {
        return inside && (statement.commits() || statement.begins());
    }

    /// The server's word. Without autocommit a transaction begins with the first statement that touches a table, and everything up to the
    /// next end is shown as one.
    void status(int flags) {
        inside = (flags & IN_TRANSACTION) != 0;
        autocommit = (flags & AUTOCOMMIT) != 0;
        if (inside && current == 0) {
            current = ++last;
        } else if (!inside && autocommit) {
            current = 0;
        }
    }

    /// A refusal has rolled all back.
    void gone() {
        inside = false;
        current = 0;
    }
}
