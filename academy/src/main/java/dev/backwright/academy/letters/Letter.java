package dev.backwright.academy.letters;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that is to be mailed.
///
/// @param mail to whom
/// @param invitation what it invites to; `null` for a link to set a new password
/// @param tries how often it was tried to send it
/// @param trouble why the latest try came to nothing; `null` before the first
public record Letter(
        UUID id,
        String mail,
        @Nullable UUID invitation,
        Instant writtenAt,
        int tries,
        @Nullable String trouble) {

    /// About a day.
    static final int MOST_TRIES = 8;

    public boolean isInvitation() {
        return invitation != null;
    }

    /// Whether nobody tries any more.
    public boolean isGivenUp() {
        return tries >= MOST_TRIES;
    }
}
