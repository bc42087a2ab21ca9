package dev.backwright.services.wire;

/// Ends the connection at the nth matching statement from now.
final class Cut implements Fall {

    private final StatementPattern pattern;
    private final Ending ending;
    private int left;

    Cut(StatementPattern pattern, int nth, Ending ending) {
        if (nth < 1) {
            throw new IllegalArgumentException("statements are counted from 1, not " + nth);
        }
        this.pattern = pattern;
        this.left = nth;
        this.ending = ending;
    }

    @Override
    public boolean isDue(SeenEntry statement) {
        return pattern.matches(statement.text()) && --left <= 0;
    }

    @Override
    public Ending ending() {
        return ending;
    }

    @Override
    public boolean once() {
        return true;
    }
}
