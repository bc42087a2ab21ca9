package dev.backwright.services.sql;

/// Numbers the transactions of one connection. What a statement says is believed when it arrives, as its answer may come much later; the
/// server's word sets it right.
public final class Transactions {

    private int last;
    private int current;

    /// The number for a statement that arrives now; 0 outside any.
    public int arriving(String statement) {
        if (SqlText.begins(statement) && current == 0) {
            current = ++last;
        }
        int number = current;
        if (SqlText.ends(statement)) {
            current = SqlText.chains(statement) && current != 0 ? ++last : 0;
        }
        return number;
    }

    /// Statements that arrive in one message are one transaction even without words.
    public void together() {
        if (current == 0) {
            current = ++last;
        }
    }

    /// The server's word when nothing is under way.
    public void atRest(boolean inside) {
        if (!inside) {
            current = 0;
        } else if (current == 0) {
            current = ++last;
        }
    }
}
