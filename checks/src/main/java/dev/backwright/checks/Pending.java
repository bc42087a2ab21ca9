package dev.backwright.checks;

/// A request that was sent and whose reply nobody has waited for yet.
public interface Pending {

    /// Waits for the reply, up to five seconds from when the request was sent. None fails the check.
    Reply reply();

    /// Whether it has been answered, in whole, so far.
    Seen answered();
}
