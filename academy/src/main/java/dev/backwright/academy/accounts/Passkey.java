package dev.backwright.academy.accounts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// By what somebody comes in who has neither told nor typed a secret: a device, or what keeps their passkeys, signs for them.
///
/// @param name as its owner called it
/// @param usedAt when last; `null` for never
public record Passkey(
        UUID id,
        UUID person,
        String name,
        Instant madeAt,
        @Nullable Instant usedAt,
        Credential credential) {

    /// What its signatures are held against. Texts are base64url.
    ///
    /// @param id as the authenticator calls it
    /// @param handle by which the authenticator knows its owner
    /// @param attestation as it was made, with the public key
    /// @param count of its signatures, where it counts; else 0
    /// @param backupEligible whether it may be copied to other devices of its owner
    public record Credential(
            String id,
            String handle,
            String publicKey,
            String attestation,
            long count,
            boolean backupEligible,
            boolean backedUp) {}
}
