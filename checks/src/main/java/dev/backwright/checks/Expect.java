package dev.backwright.checks;

/// Expectations about what a check has worked out by itself.
public final class Expect {

    private Expect() {}

    /// Holds when `holds`; otherwise the message, in the learner's words, is the failure.
    public static void expect(boolean holds, String message) {
        if (!holds) {
            throw new Unmet(message);
        }
    }
}
