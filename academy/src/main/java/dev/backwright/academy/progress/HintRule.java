package dev.backwright.academy.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When the next tier of a check's hints opens: after an attempt that changed both files and result, or after ten
/// minutes. Counted from the first failure for the first tier, from the tier before for the others.
///
/// ```text
///   fails ──10 min──► tier 1 ──10 min──► tier 2
///     └─ another attempt, other files, other result ─┘
/// ```
final class HintRule {

    static final Duration WAIT = Duration.ofMinutes(10);

    private HintRule() {}

    /// Whether, and else when, the next tier opens.
    ///
    /// @param open whether it may be opened now
    /// @param waits how long until it may be opened without a further attempt; nothing before the first failure
    record Next(boolean open, Optional<Duration> waits) {}

    /// @param attempts all judged attempts at the lab, the oldest first
    /// @param opened when the tier before it was opened; nothing for the first tier
    static Next next(String check, List<Attempt> attempts, Optional<Instant> opened, Instant now) {
        return opened.or(() -> firstFailure(check, attempts))
                .map(since -> since(since, attempts, now))
                .orElse(new Next(false, Optional.empty()));
    }

    private static Next since(Instant since, List<Attempt> attempts, Instant now) {
        var left = Duration.between(now, since.plus(WAIT));
        if (!left.isPositive() || triedSince(since, attempts)) {
            return new Next(true, Optional.of(Duration.ZERO));
        }
        return new Next(false, Optional.of(left));
    }

    private static boolean triedSince(Instant since, List<Attempt> attempts) {
        for (int i = 1; i < attempts.size(); i++) {
            var attempt = attempts.get(i);
            if (attempt.judgedAt().isAfter(since) && attempt.differsFrom(attempts.get(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Instant> firstFailure(String check, List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt -> attempt.failed(check))
                .map(Attempt::judgedAt)
                .findFirst();
    }
}
