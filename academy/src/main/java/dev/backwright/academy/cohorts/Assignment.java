package dev.backwright.academy.cohorts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a cohort asks of a lab. None of it holds unless it is set.
///
/// @param opensAt before it nothing is handed in; `null`: open
/// @param dueAt by when it is to be passed; `null`: no deadline
/// @param closes whether nothing is taken after that; else it is late
public record Assignment(
        @Nullable Instant opensAt, @Nullable Instant dueAt, boolean closes, Allowance allowance) {

    public static Assignment due(Instant at) {
        return new Assignment(null, at, false, Allowance.ANY);
    }

    public boolean isOpen(Instant now) {
        return !now.isBefore(opening());
    }

    public boolean isPast(Instant now) {
        return now.isAfter(deadline());
    }

    /// What has none has been open ever since.
    Instant opening() {
        return opensAt == null ? Instant.MIN : opensAt;
    }

    /// What has none is due never.
    Instant deadline() {
        return dueAt == null ? Instant.MAX : dueAt;
    }

    public boolean isClosed(Instant now) {
        return closes && isPast(now);
    }

    /// The same, with more time.
    public Assignment extended(Instant due) {
        return new Assignment(opensAt, due, closes, allowance);
    }
}
