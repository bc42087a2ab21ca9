package dev.backwright.judge.seen;

import dev.backwright.checks.Evidence;
import java.util.List;

/// A submission's program does not start: the learner's failure, said once. Checks after it that meet the same failure
/// are blocked by `start`.
public final class NotStarted extends AssertionError {

    private static final long serialVersionUID = 1;

    private final String what;
    private final transient List<Evidence> evidence;

    /// @param what what does not start: `the server`, or a file's name
    /// @param message what happened instead
    public NotStarted(String what, String message, List<Evidence> evidence) {
        super(message);
        this.what = what;
        this.evidence = List.copyOf(evidence);
    }

    public String what() {
        return what;
    }

    public List<Evidence> evidence() {
        return evidence;
    }
}
