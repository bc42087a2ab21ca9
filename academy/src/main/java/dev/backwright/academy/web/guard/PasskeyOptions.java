package dev.backwright.academy.web.guard;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Challenges;
import dev.backwright.academy.accounts.Passkeys;
import java.util.List;
import java.util.Set;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;

/// What is asked of browsers, and held against what they answer: that an authenticator finds the passkey by itself, and that its
/// holder has shown to it that it is them.
record PasskeyOptions(RelyingParty party, Passkeys passkeys) {

    PublicKeyCredentialCreationOptions toMake(Account account, Bytes challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(party.entity())
                .user(new PasskeyHolders(passkeys).of(account))
                .challenge(challenge)
                .timeout(Challenges.LASTS)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(
                        AuthenticatorSelectionCriteria.builder()
                                .residentKey(ResidentKeyRequirement.REQUIRED)
                                .userVerification(UserVerificationRequirement.REQUIRED)
                                .build())
                .attestation(AttestationConveyancePreference.NONE)
                .excludeCredentials(known(account))
                .build();
    }

    private List<PublicKeyCredentialDescriptor> known(Account account) {
        return passkeys.of(account.person()).stream()
                .map(it ->
                        PublicKeyCredentialDescriptor.builder()
                                .id(Bytes.fromBase64(it.credential().id()))
                                .transports(Set.of())
                                .build())
                .toList();
    }

    PublicKeyCredentialRequestOptions toUse(Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .rpId(party.id())
                .challenge(challenge)
                .timeout(Challenges.LASTS)
                .allowCredentials(List.of())
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }
}
