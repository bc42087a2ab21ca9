package dev.backwright.academy.providers;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import dev.backwright.academy.accounts.Identity;
import dev.backwright.academy.platform.ProviderAccess;
import java.io.IOException;
import java.net.URI;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// GitHub, or an Enterprise Server: OAuth 2.0 alone, so that who it is has to be asked of its API, and the address with it.
final class GitHubProvider implements Provider {

    private static final Scope SCOPE = new Scope("read:user", "user:email");

    private final ProviderAccess access;
    private final URI back;

    /// @param back where browsers come back to, as it is registered there
    GitHubProvider(ProviderAccess access, URI back) {
        this.access = access;
        this.back = back;
    }

    @Override
    public ProviderAccess access() {
        return access;
    }

    @Override
    public URI address(Passage passage) {
        return new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(access.id()))
                .endpointURI(at("/login/oauth/authorize"))
                .redirectionURI(back)
                .scope(SCOPE)
                .state(new State(passage.state()))
                .codeChallenge(new CodeVerifier(passage.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    @Override
    public Identity identify(Passage passage, Answer answer) {
        return Exchange.with(
                access,
                () -> {
                    var token = token(passage, answer.code());
                    return identity(asked("/user", token), asked("/user/emails", token));
                });
    }

    private AccessToken token(Passage passage, String code)
            throws IOException, GeneralException, UntrustedAnswer {
        var grant =
                new AuthorizationCodeGrant(
                        new AuthorizationCode(code), back, new CodeVerifier(passage.verifier()));
        var login = new ClientSecretPost(new ClientID(access.id()), new Secret(access.secret()));
        var request =
                new TokenRequest.Builder(at("/login/oauth/access_token"), login, grant).build();
        var response = TokenResponse.parse(Exchange.send(request.toHTTPRequest()));
        if (!response.indicatesSuccess()) {
            throw new UntrustedAnswer(
                    "no token: " + response.toErrorResponse().getErrorObject().getCode());
        }
        return response.toSuccessResponse().getTokens().getAccessToken();
    }

    private JsonNode asked(String path, AccessToken token) throws IOException, UntrustedAnswer {
        var request = new HTTPRequest(HTTPRequest.Method.GET, URI.create(api() + path));
        request.setAuthorization(token.toAuthorizationHeader());
        var response = Exchange.send(request);
        if (!response.indicatesSuccess()) {
            throw new UntrustedAnswer(path + " answers " + response.getStatusCode());
        }
        try {
            return JsonMapper.shared().readTree(response.getBody());
        } catch (JacksonException e) {
            throw new UntrustedAnswer(path + " is no JSON", e);
        }
    }

    private Identity identity(JsonNode user, JsonNode mails) throws UntrustedAnswer {
        if (!user.path("id").isIntegralNumber()) {
            throw new UntrustedAnswer("a user without an id");
        }
        var mail =
                mails.valueStream()
                        .filter(it -> it.path("primary").asBoolean(false))
                        .findFirst()
                        .orElse(user.path("none"));
        return new Identity(
                access.issuer().toString(),
                access.name(),
                user.path("id").asString(),
                mail.path("email").asString("").strip(),
                mail.path("verified").asBoolean(false),
                user.path("name").asString("").strip());
    }

    private URI at(String path) {
        return URI.create(access.issuer().toString().replaceFirst("/$", "") + path);
    }

    private String api() {
        return "github.com".equals(access.issuer().getHost())
                ? "https://api.github.com"
                : at("/api/v3").toString();
    }
}
