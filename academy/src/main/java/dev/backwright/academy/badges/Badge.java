package dev.backwright.academy.badges;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A badge for a step, until its learner takes it back.
///
/// @param id nobody guesses it: whoever knows it may look at the badge
/// @param person whose it is
/// @param step the step's folder: `javascript`
/// @param token the credential as it was signed; `null` once it is withdrawn
/// @param withdrawnAt when it was taken back; `null` until then
public record Badge(
        UUID id,
        UUID person,
        String step,
        Instant takenAt,
        @Nullable String token,
        @Nullable Instant withdrawnAt) {}
