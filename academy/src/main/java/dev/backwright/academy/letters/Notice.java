package dev.backwright.academy.letters;

import dev.backwright.academy.accounts.AccountChange.Kind;
import java.time.Instant;
import java.util.UUID;

/// What happened to an account, of which its owner is to hear.
///
/// @param mail to whom
/// @param provider its name, where it is about one; else empty
record Notice(UUID id, String mail, Kind kind, String provider, Instant happenedAt) {}
