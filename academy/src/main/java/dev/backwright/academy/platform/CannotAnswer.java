package dev.backwright.academy.platform;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request that cannot be answered, for a reason its sender can understand and mend.
public final class CannotAnswer extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient List<String> violations;
    private final @Nullable Duration wait;

    private CannotAnswer(int status, String message, List<String> violations) {
        this(status, message, violations, null);
    }

    private CannotAnswer(
            int status, String message, List<String> violations, @Nullable Duration wait) {
        super(message);
        this.status = status;
        this.violations = List.copyOf(violations);
        this.wait = wait;
    }

    public static CannotAnswer malformed(String message) {
        return new CannotAnswer(400, message, List.of());
    }

    public static CannotAnswer notFound(String message) {
        return new CannotAnswer(404, message, List.of());
    }

    /// Not now; the message says when.
    public static CannotAnswer notNow(String message) {
        return new CannotAnswer(409, message, List.of());
    }

    /// It was there, and is not any more.
    public static CannotAnswer gone(String message) {
        return new CannotAnswer(410, message, List.of());
    }

    public static CannotAnswer tooLarge(String message) {
        return new CannotAnswer(413, message, List.of());
    }

    /// Understood and refused, with everything that is wrong.
    public static CannotAnswer refused(String message, List<String> violations) {
        return new CannotAnswer(422, message, violations);
    }

    public static CannotAnswer tooMany(String message) {
        return new CannotAnswer(429, message, List.of());
    }

    /// @param wait after which it is worth to ask again
    public static CannotAnswer tooMany(String message, Duration wait) {
        return new CannotAnswer(429, message, List.of(), wait);
    }

    /// The disk is full.
    public static CannotAnswer noRoom(String message) {
        return new CannotAnswer(507, message, List.of());
    }

    /// The status of HTTP that says the same.
    public int status() {
        return status;
    }

    /// After how long it is worth to ask again, where that is known.
    public Optional<Duration> comeAgain() {
        return Optional.ofNullable(wait);
    }

    public List<String> violations() {
        return violations;
    }
}
