package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Invitation;
import org.jspecify.annotations.Nullable;

/// @param invitation what the link opens; `null` for nothing any more
/// @param cohort the name of the cohort it leads into; empty for none
/// @param leads whether it is to lead it
/// @param name as it was written the last time; empty before
/// @param mail likewise, or the one the invitation is for
/// @param trouble what was wrong with that; `null` before the first try
/// @param ways in besides a password
public record JoinPage(
        Frame frame,
        @Nullable Invitation invitation,
        String cohort,
        boolean leads,
        String token,
        String name,
        String mail,
        @Nullable String trouble,
        WaysIn ways) {

    /// Whether it leads back into an account that is there.
    public boolean isRecovery() {
        return invitation != null && invitation.person() != null;
    }

    public boolean isMailFixed() {
        return invitation != null && invitation.mail() != null;
    }

    /// What they will be.
    public String role() {
        var role = invitation == null ? null : invitation.role();
        return role == null ? "" : role.word();
    }
}
