package dev.backwright.services.wire;

/// Lets each connection that sends a matching statement fall silent: it stays open, and nothing goes either way any more, as when
/// the other machine lost its power.
record HalfOpen(StatementPattern pattern) implements Fall {

    @Override
    public boolean isDue(SeenEntry statement) {
        return pattern.matches(statement.text());
    }

    @Override
    public Ending ending() {
        return Ending.SILENCE;
    }

    @Override
    public boolean once() {
        return false;
    }
}
