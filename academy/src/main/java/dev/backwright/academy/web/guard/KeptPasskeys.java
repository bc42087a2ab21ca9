package dev.backwright.academy.web.guard;

import dev.backwright.academy.accounts.Passkey;
import dev.backwright.academy.accounts.Passkeys;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/// Passkeys as Spring Security reads and writes them. It saves a new one and one that has signed alike; what that means, the
/// ceremony knows in which it does.
///
/// @param saved what becomes of one that is good
record KeptPasskeys(Passkeys passkeys, Consumer<CredentialRecord> saved)
        implements UserCredentialRepository {

    /// Keeps it, unless it is here already.
    static KeptPasskeys whereOneIsMade(Passkeys passkeys) {
        return new KeptPasskeys(passkeys, it -> keep(passkeys, it));
    }

    /// It has to be here still: its owner may have removed it since it was found.
    static KeptPasskeys whereOneIsUsed(Passkeys passkeys) {
        return new KeptPasskeys(passkeys, it -> use(passkeys, it));
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return passkeys.byCredential(id.toBase64UrlString()).map(KeptPasskeys::record).orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return passkeys.owner(handle.toBase64UrlString()).stream()
                .flatMap(it -> passkeys.of(it.person()).stream())
                .map(KeptPasskeys::record)
                .toList();
    }

    @Override
    public void save(CredentialRecord record) {
        saved.accept(record);
    }

    /// Its count is held against the latest here: the library knows the one with which it was made.
    private static void use(Passkeys passkeys, CredentialRecord record) {
        var id = record.getCredentialId().toBase64UrlString();
        if (!passkeys.used(id, record.getSignatureCount())) {
            passkeys.wentBack(id);
            throw new IllegalArgumentException("it is not here any more, or its count went back");
        }
    }

    private static void keep(Passkeys passkeys, CredentialRecord record) {
        passkeys.keep(
                record.getLabel(),
                new Passkey.Credential(
                        record.getCredentialId().toBase64UrlString(),
                        record.getUserEntityUserId().toBase64UrlString(),
                        new Bytes(record.getPublicKey().getBytes()).toBase64UrlString(),
                        text(record.getAttestationObject()),
                        record.getSignatureCount(),
                        record.isBackupEligible(),
                        record.isBackupState()));
    }

    private static String text(@Nullable Bytes bytes) {
        if (bytes == null) {
            throw new IllegalArgumentException("there is no attestation");
        }
        return bytes.toBase64UrlString();
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("their owners remove them");
    }

    private static CredentialRecord record(Passkey passkey) {
        var credential = passkey.credential();
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(credential.id()))
                .userEntityUserId(Bytes.fromBase64(credential.handle()))
                .publicKey(
                        new ImmutablePublicKeyCose(
                                Bytes.fromBase64(credential.publicKey()).getBytes()))
                .attestationObject(Bytes.fromBase64(credential.attestation()))
                .signatureCount(credential.count())
                .transports(Set.of())
                .uvInitialized(true)
                .backupEligible(credential.backupEligible())
                .backupState(credential.backedUp())
                .label(passkey.name())
                .created(passkey.madeAt())
                .build();
    }
}
