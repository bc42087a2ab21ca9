package dev.backwright.services;

/// Numbers the transactions of one connection. What a statement says is believed when it arrives, as its answer may come much later; the
/// server's word sets it right.
final class Transactions {

    private int last;
    private int current;

    /// The number for a statement that arrives now; 0 outside any.
    int arriving(String statement) {
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
    void together() {
        if (current == 0) {
            current = ++last;
        }
    }

    /// The server's word when nothing is under way: `I` idle, `T` in a transaction, `E` in a failed one.
    void status(char status) {
        if (status == 'I') {
            current = 0;
        } else if (current == 0) {
            current = ++last;
        }
    }
}
