package dev.backwright.checks;

import java.util.List;

/// An expectation that does not hold: the learner's failure, in the learner's words, with what was seen.
/// Every other exception that leaves a check is our fault and makes it `unjudged`.
public final class Unmet extends AssertionError {

    private static final long serialVersionUID = 1;

    private final transient List<Evidence> evidence;

    /// @param message what was expected and what was seen, in a sentence or two
    public Unmet(String message, List<Evidence> evidence) {
        super(message);
        this.evidence = List.copyOf(evidence);
    }

    public Unmet(String message) {
        this(message, List.of());
    }

    /// What shows it.
    public List<Evidence> evidence() {
        return evidence;
    }
}
