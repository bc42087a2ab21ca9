package dev.backwright.academy.accounts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who may sign in.
///
/// @param person the id of a row of `person`
/// @param mail as it was written; told apart from others without regard to case
/// @param suspended whether the door is closed to them for now
/// @param signedInAt when last; `null` for never
public record Account(
        UUID person,
        String name,
        String mail,
        Role role,
        boolean suspended,
        @Nullable Instant signedInAt) {

    /// Whose drafts, versions and predictions are theirs.
    public Learner learner() {
        return new Learner(person);
    }
}
