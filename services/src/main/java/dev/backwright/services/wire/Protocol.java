package dev.backwright.services.wire;

/// A protocol that wires understand. Each connection is a [Dialogue] of its own.
@FunctionalInterface
public interface Protocol {

    /// Begins to listen to one connection.
    ///
    /// @param ledger takes down its statements
    Dialogue begin(Ledger ledger);
}
