package dev.backwright.judge.seen;

import dev.backwright.checks.Unmet;
import java.util.List;

/// Turns a sentence into the failure of a check, with whatever shows it.
@FunctionalInterface
public interface Failing {

    /// Without evidence of its own.
    Failing PLAIN = message -> new Unmet(message, List.of());

    Unmet because(String message);
}
