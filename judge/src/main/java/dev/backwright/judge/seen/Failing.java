package dev.backwright.judge.seen;

import dev.backwright.checks.Unmet;
import java.util.List;

/// Turns a sentence into the failure of a check, with whatever shows it.
@FunctionalInterface
public interface Failing {

    /// Without evidence of its own.
    Failing PLAIN = message -> new Unmet(message, List.of());

    Unmet because(String message);

    /// As [#because], for those who show what was expected in a place of its own.
    default Unmet expecting(String expected, String message) {
        return because(message);
    }
}
