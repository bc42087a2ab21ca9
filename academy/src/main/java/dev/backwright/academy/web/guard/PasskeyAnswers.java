package dev.backwright.academy.web.guard;

import dev.backwright.academy.web.guard.Ceremony.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

/// What browsers answer, as Spring Security reads it. What is missing is an [IllegalArgumentException].
final class PasskeyAnswers {

    private PasskeyAnswers() {}

    static PublicKeyCredential<AuthenticatorAttestationResponse> made(Answer answer) {
        return credential(
                answer,
                AuthenticatorAttestationResponse.builder()
                        .clientDataJSON(bytes(answer.clientDataJSON()))
                        .attestationObject(bytes(answer.attestationObject()))
                        .build());
    }

    static PublicKeyCredential<AuthenticatorAssertionResponse> used(Answer answer) {
        return credential(
                answer,
                AuthenticatorAssertionResponse.builder()
                        .clientDataJSON(bytes(answer.clientDataJSON()))
                        .authenticatorData(bytes(answer.authenticatorData()))
                        .signature(bytes(answer.signature()))
                        .userHandle(bytes(answer.userHandle()))
                        .build());
    }

    private static <R extends AuthenticatorResponse> PublicKeyCredential<R> credential(
            Answer answer, R response) {
        var id = bytes(answer.id());
        var builder = PublicKeyCredential.<R>builder();
        builder.id(id.toBase64UrlString());
        builder.rawId(id);
        builder.type(PublicKeyCredentialType.PUBLIC_KEY);
        builder.response(response);
        return builder.build();
    }

    static Bytes bytes(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("a part of the answer is missing");
        }
        return Bytes.fromBase64(text);
    }
}
