package dev.backwright.academy.web.guard;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Passkeys;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/// Accounts as an authenticator knows them.
record PasskeyHolders(Passkeys passkeys) implements PublicKeyCredentialUserEntityRepository {

    PublicKeyCredentialUserEntity of(Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(Bytes.fromBase64(passkeys.handle(account.person())))
                .name(account.mail())
                .displayName(account.name())
                .build();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return passkeys.owner(handle.toBase64UrlString()).map(this::of).orElse(null);
    }

    /// Nothing asks: whose passkey is made is known by their session.
    @Override
    public PublicKeyCredentialUserEntity findByUsername(String name) {
        throw new UnsupportedOperationException("holders are known by their account");
    }

    @Override
    public void save(PublicKeyCredentialUserEntity holder) {
        throw new UnsupportedOperationException("handles are made with the first passkey");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("handles go with their person");
    }
}
