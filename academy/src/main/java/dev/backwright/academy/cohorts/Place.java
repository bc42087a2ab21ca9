package dev.backwright.academy.cohorts;

import dev.backwright.academy.progress.LabStanding.State;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where somebody is with a lab, as the grid shows it. Only what was judged here counts.
///
/// @param attempts how many there were
/// @param stuck how many of the latest came out alike, without a pass; 0 below three
/// @param holding how many checks of the latest attempt passed; 0 where there was none
/// @param latest the latest attempt's submission; `null` where there was none
/// @param passedAt when first; `null` for never
public record Place(
        State state,
        int attempts,
        int stuck,
        int holding,
        @Nullable UUID latest,
        @Nullable Instant passedAt) {

    public boolean isPassed() {
        return passedAt != null;
    }
}
