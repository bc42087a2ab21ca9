package dev.backwright.services.wire;

/// Ends each connection that sends a matching statement.
record Reset(StatementPattern pattern) implements Fall {

    @Override
    public boolean isDue(SeenEntry statement) {
        return pattern.matches(statement.text());
    }

    @Override
    public Ending ending() {
        return Ending.BEFORE;
    }

    @Override
    public boolean once() {
        return false;
    }
}
