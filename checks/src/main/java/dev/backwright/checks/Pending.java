package dev.backwright.checks;

/// A request that was sent and whose reply nobody has waited for yet.
public interface Pending {

    /// Waits for the reply.
    Reply reply();

    /// Whether it has been answered so far.
    Seen answered();
}
