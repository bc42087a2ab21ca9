package dev.backwright.services.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.Listener;
import dev.backwright.services.Node;
import dev.backwright.services.oidc.OidcProvider.Outcome;
import dev.backwright.services.wire.SeenStatement;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real clients, openid-client and jose, over the wire.
class NodeOnOidcTest {

    private static final KeyStock STOCK = new KeyStock();
    private static final Person ANN =
            new Person("1001", Map.of("email", "ann@mail.example", "email_verified", true));
    private static final String VERIFIER = "v".repeat(50);

    private static final String CLIENT =
            """
            const client = await import('openid-client');
            const config = await client.discovery(new URL(process.env.OIDC_ISSUER), ID, SECRET, AUTH,
              { execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks] });
            """;
    private static final String EXCHANGE =
            """
            const tokens = await client.authorizationCodeGrant(config, new URL(BACK),
              { pkceCodeVerifier: VERIFIER, expectedState: 's1', expectedNonce: 'n1', idTokenExpected: true })
              .catch(error => { console.log(error.code, error.error ?? '', error.cause?.message ?? ''); process.exit(0); });
            """;

    @TempDir Path folder;
    private OidcProvider provider;
    private Listener listener;

    @BeforeEach
    void start() throws Exception {
        provider = OidcProvider.start(STOCK, InstantSource.system());
        listener = new Listener(provider.wire());
    }

    @AfterEach
    void end() throws Exception {
        listener.close();
        provider.close();
    }

    private String node(String program) throws Exception {
        return node(program, "undefined", "");
    }

    private String node(String program, String auth, String back) throws Exception {
        return Node.run(
                folder,
                "OIDC_ISSUER",
                listener.url(),
                "const ID = '%s', SECRET = '%s', BACK = '%s', VERIFIER = '%s';\n(async () => {\n%s\n})();"
                        .formatted(
                                provider.client().id(),
                                provider.client().secret(),
                                back,
                                VERIFIER,
                                program.replace("AUTH", auth)));
    }

    private String back() {
        String url =
                "%s/authorize?response_type=code&client_id=%s&redirect_uri=%s&scope=openid+email&state=s1&nonce=n1&code_challenge=%s&code_challenge_method=S256"
                        .formatted(
                                listener.url(),
                                provider.client().id(),
                                "http%3A%2F%2Flocalhost%2Fcallback",
                                TokenEndpoint.challenge(VERIFIER));
        Outcome outcome = provider.consent(provider.authorization(url).orElseThrow(), ANN);
        Outcome.Back back = (Outcome.Back) outcome;
        var query = new StringBuilder(back.redirectUri()).append('?');
        back.parameters().forEach((name, value) -> query.append(name + "=" + value + "&"));
        return query.toString();
    }

    private String exchanged(String then) throws Exception {
        return node(CLIENT + EXCHANGE + then, "undefined", back());
    }

    @Test
    void openidClientSignsSomebodyInAndAsksWhoItIs() throws Exception {
        String seen =
                exchanged(
                        """
                        const claims = tokens.claims();
                        const info = await client.fetchUserInfo(config, tokens.access_token, claims.sub);
                        console.log(claims.sub, claims.nonce, claims.email, info.email_verified, tokens.expires_in);
                        """);
        assertEquals("1001 n1 ann@mail.example true 300", seen);
        List<String> texts =
                provider.wire().statements().stream().map(SeenStatement::text).toList();
        assertEquals("GET /.well-known/openid-configuration", texts.getFirst());
        assertTrue(
                texts.get(1).startsWith("POST /token ")
                        && texts.get(1).contains(" code=*** ")
                        && texts.get(1).contains("code_verifier=***"),
                texts::toString);
        assertFalse(texts.toString().contains(provider.client().secret()), texts::toString);
        assertFalse(texts.toString().contains(VERIFIER), texts::toString);
        assertEquals(List.of(), provider.wire().notes());
        assertEquals(
                List.of("200", "200", "200", "200"),
                provider.wire().statements().stream().map(SeenStatement::answer).toList());
        assertEquals(2, provider.issued().size());
    }

    @Test
    void bothWaysToSayWhoTheClientIsAreTaken() throws Exception {
        for (String auth :
                List.of("client.ClientSecretBasic(SECRET)", "client.ClientSecretPost(SECRET)")) {
            assertEquals(
                    "1001",
                    node(CLIENT + EXCHANGE + "console.log(tokens.claims().sub)", auth, back()));
        }
        assertTrue(
                node(CLIENT + EXCHANGE, "client.ClientSecretPost('wrong')", back())
                        .contains("invalid_client"));
    }

    @Test
    void theAuthorizationUrlThatOpenidClientBuildsIsTaken() throws Exception {
        String url =
                node(
                        CLIENT
                                + """
                                console.log(client.buildAuthorizationUrl(config, { redirect_uri: 'http://localhost/callback',
                                  scope: 'openid email', state: 'a b&c', nonce: 'n', code_challenge_method: 'S256',
                                  code_challenge: await client.calculatePKCECodeChallenge(VERIFIER) }).href);
                                """);
        AuthorizationRequest asked = provider.authorization(url).orElseThrow();
        assertEquals("a b&c", asked.get("state").orElseThrow());
        Outcome.Back back = (Outcome.Back) provider.consent(asked, ANN);
        assertEquals("a b&c", back.parameters().get("state"));
        assertEquals(listener.url(), back.parameters().get("iss"));
    }

    @Test
    void everyForgeryIsNoticedByTheClient() throws Exception {
        List<Runnable> forgeries =
                List.of(
                        () -> provider.idTokens().claim("nonce", "another"),
                        () -> provider.idTokens().claim("nonce", null),
                        () -> provider.idTokens().claim("aud", "another-client"),
                        () -> provider.idTokens().claim("iss", "http://127.0.0.1:9"),
                        () -> provider.idTokens().claim("exp", 1_000_000_000L),
                        () -> provider.idTokens().signature(Forgery.Signature.STRANGER),
                        () -> provider.idTokens().signature(Forgery.Signature.NONE),
                        () -> provider.idTokens().signature(Forgery.Signature.PUBLIC_KEY));
        for (Runnable forge : forgeries) {
            provider.mend();
            forge.run();
            assertTrue(exchanged("console.log('taken')").contains("OAUTH_"));
        }
        provider.mend();
        assertEquals("taken", exchanged("console.log('taken')"));
    }

    @Test
    void aCodeIsGoodForOnceAndForItsVerifier() throws Exception {
        String back = back();
        assertEquals(
                "1001",
                node(CLIENT + EXCHANGE + "console.log(tokens.claims().sub)", "undefined", back));
        assertTrue(node(CLIENT + EXCHANGE, "undefined", back).contains("invalid_grant"));
        String other = back();
        String wrong = EXCHANGE.replace("VERIFIER", "'x'.repeat(50)");
        assertTrue(node(CLIENT + wrong, "undefined", other).contains("invalid_grant"));
        assertTrue(node(CLIENT + EXCHANGE, "undefined", other).contains("invalid_grant"));
    }

    @Test
    void joseVerifiesWithTheKeySetAlsoAfterARotation() throws Exception {
        String verify =
                """
                const { createRemoteJWKSet, jwtVerify } = await import('jose');
                const body = new URLSearchParams({ grant_type: 'authorization_code', code: new URL(BACK).searchParams.get('code'),
                  redirect_uri: 'http://localhost/callback', code_verifier: VERIFIER, client_id: ID, client_secret: SECRET });
                const { id_token } = await (await fetch(process.env.OIDC_ISSUER + '/token', { method: 'POST', body })).json();
                const keys = createRemoteJWKSet(new URL(process.env.OIDC_ISSUER + '/jwks'));
                const { payload, protectedHeader } = await jwtVerify(id_token, keys, { issuer: process.env.OIDC_ISSUER, audience: ID });
                const { keys: published } = await (await fetch(process.env.OIDC_ISSUER + '/jwks')).json();
                console.log(payload.sub, protectedHeader.kid === published[1].kid, published.length, 'd' in published[1]);
                """;
        assertEquals("1001 true 2 false", node(verify, "undefined", back()));
        provider.rotateKeys();
        assertEquals("1001 true 2 false", node(verify, "undefined", back()));
    }

    @Test
    void theWireDisturbsIt() throws Exception {
        provider.wire().cutBefore("^post /token");
        assertTrue(exchanged("console.log('taken')").length() > 0);
        provider.answers("/token", 500, "text/plain", "out of order");
        assertTrue(exchanged("console.log('taken')").contains("OAUTH_"));
        provider.mend();
        assertEquals("taken", exchanged("console.log('taken')"));
        provider.wire().refuse();
        assertEquals(
                "fetch failed",
                node(
                        "await fetch(process.env.OIDC_ISSUER + '/jwks').catch(e =>"
                                + " console.log(e.message))"));
    }
}
