package dev.backwright.academy.providers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import dev.backwright.academy.accounts.Identity;
import dev.backwright.academy.platform.ProviderAccess;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// One that speaks OpenID Connect. Who it is, is what its ID token says; of that the signature is looked at as well, whatever carried it.
final class OpenIdProvider implements Provider {

    private static final Scope SCOPE = new Scope("openid", "email", "profile");

    private final ProviderAccess access;
    private final URI back;
    private final Discovery discovery;

    /// @param back where browsers come back to, as it is registered there
    OpenIdProvider(ProviderAccess access, URI back) {
        this.access = access;
        this.back = back;
        this.discovery = new Discovery(access);
    }

    @Override
    public ProviderAccess access() {
        return access;
    }

    @Override
    public URI address(Passage passage) {
        return Exchange.with(
                access,
                () ->
                        new AuthenticationRequest.Builder(
                                        ResponseType.CODE, SCOPE, new ClientID(access.id()), back)
                                .endpointURI(discovery.get().authorization())
                                .state(new State(passage.state()))
                                .nonce(new Nonce(passage.nonce()))
                                .codeChallenge(
                                        new CodeVerifier(passage.verifier()),
                                        CodeChallengeMethod.S256)
                                .build()
                                .toURI());
    }

    @Override
    public Identity identify(Passage passage, Answer answer) {
        return Exchange.with(
                access,
                () -> {
                    var known = discovery.get();
                    known.requireIssuer(answer.iss());
                    var tokens = tokens(known, passage, answer.code());
                    var claims = claims(known, passage, tokens);
                    return identity(claims, mailClaims(known, tokens, claims));
                });
    }

    private OIDCTokens tokens(Discovery.Known known, Passage passage, String code)
            throws IOException, GeneralException, UntrustedAnswer {
        var grant =
                new AuthorizationCodeGrant(
                        new AuthorizationCode(code), back, new CodeVerifier(passage.verifier()));
        var request = new TokenRequest.Builder(known.token(), known.login(), grant).build();
        var response = OIDCTokenResponseParser.parse(Exchange.send(request.toHTTPRequest()));
        if (!response.indicatesSuccess()) {
            throw new UntrustedAnswer(
                    "no token: " + response.toErrorResponse().getErrorObject().getCode());
        }
        return ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
    }

    private static IDTokenClaimsSet claims(
            Discovery.Known known, Passage passage, OIDCTokens tokens)
            throws IOException, UntrustedAnswer {
        var token = tokens.getIDToken();
        if (token == null) {
            throw new UntrustedAnswer("no ID token");
        }
        try {
            return known.validator().validate(token, new Nonce(passage.nonce()));
        } catch (KeySourceException e) {
            throw new IOException("its keys: " + e.getMessage(), e);
        } catch (BadJOSEException | JOSEException e) {
            throw new UntrustedAnswer("the ID token: " + e.getMessage(), e);
        }
    }

    /// Where the address is: in the ID token, or else where the access token leads to, if that is of the same subject.
    private static ClaimsSet mailClaims(
            Discovery.Known known, OIDCTokens tokens, IDTokenClaimsSet claims)
            throws IOException, GeneralException, UntrustedAnswer {
        var userinfo = known.userinfo();
        if (claims.getStringClaim("email") != null || userinfo == null) {
            return claims;
        }
        var request = new UserInfoRequest(userinfo, tokens.getAccessToken());
        var response = UserInfoResponse.parse(Exchange.send(request.toHTTPRequest()));
        if (!response.indicatesSuccess()) {
            throw new UntrustedAnswer("no userinfo");
        }
        var info = response.toSuccessResponse().getUserInfo();
        if (info == null || !info.getSubject().equals(claims.getSubject())) {
            throw new UntrustedAnswer("userinfo of somebody else");
        }
        return info;
    }

    private Identity identity(IDTokenClaimsSet claims, ClaimsSet mail) {
        return new Identity(
                access.issuer().toString(),
                access.name(),
                claims.getSubject().getValue(),
                text(mail.getStringClaim("email")),
                isTrue(mail.getClaim("email_verified")),
                text(mail.getStringClaim("name")));
    }

    /// Some providers write it as a text.
    private static boolean isTrue(@Nullable Object claim) {
        return Boolean.TRUE.equals(claim) || "true".equals(claim);
    }

    private static String text(@Nullable String claim) {
        return claim == null ? "" : claim.strip();
    }
}
