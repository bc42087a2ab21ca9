package dev.backwright.academy.accounts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A link that lets somebody in.
///
/// @param role what they will be; `null` where it leads back into an account whose password is lost
/// @param mail the only address it is for; `null` for any
/// @param person whose lost password it replaces; `null` for a new account
/// @param madeBy the name of who made it; empty where the academy did, or they are gone
/// @param usesLeft how many accounts can still be made with it
public record Invitation(
        UUID id,
        @Nullable Role role,
        @Nullable String mail,
        @Nullable UUID person,
        String madeBy,
        Instant expiresAt,
        int usesLeft) {}
