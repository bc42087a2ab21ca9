package dev.backwright.academy.accounts;

/// Something has changed about how an account is entered, and its owner should hear of it. Told where it is written down.
///
/// @param account whose
/// @param provider its name, where the change is about one; else empty
public record AccountChange(Account account, Kind kind, String provider) {

    /// What it was.
    public enum Kind {
        PASSWORD_CHANGED,
        PASSWORD_SET,
        /// By an admin, to set a new password.
        LINK_MADE,
        PASSKEY_MADE,
        PASSKEY_REMOVED,
        PROVIDER_LINKED,
        PROVIDER_UNLINKED,
        TOKEN_MADE
    }

    AccountChange(Account account, Kind kind) {
        this(account, kind, "");
    }
}
