package dev.backwright.services.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.Listener;
import dev.backwright.services.oidc.OidcProvider.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OidcProviderTest {

    private static final KeyStock STOCK = new KeyStock();
    private static final Person ANN =
            new Person("1001", Map.of("email", "ann@mail.example", "name", "Ann"));
    private static final String VERIFIER = "v".repeat(43);

    private final HttpClient http = HttpClient.newHttpClient();
    private Instant now = Instant.now();
    private OidcProvider provider;
    private Listener listener;
    private String issuer;

    @BeforeEach
    void start() throws Exception {
        provider = OidcProvider.start(STOCK, () -> now);
        listener = new Listener(provider.wire());
        issuer = listener.url();
    }

    @AfterEach
    void end() throws Exception {
        http.close();
        listener.close();
        provider.close();
    }

    private Map<String, String> request() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("response_type", "code");
        all.put("client_id", provider.client().id());
        all.put("redirect_uri", provider.client().redirectUri());
        all.put("scope", "openid");
        all.put("state", "s");
        all.put("code_challenge", TokenEndpoint.challenge(VERIFIER));
        all.put("code_challenge_method", "S256");
        return all;
    }

    private static String form(Map<String, String> parameters) {
        var out = new StringBuilder();
        parameters.forEach((name, value) ->
                out.append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .append('&'));
        return out.toString();
    }

    private Outcome consent(Map<String, String> parameters) {
        var asked = provider.authorization(issuer + "/authorize?" + form(parameters)).orElseThrow();
        return provider.consent(asked, ANN);
    }

    private Outcome with(String name, String value) {
        Map<String, String> all = request();
        all.put(name, value);
        return consent(all);
    }

    private Map<String, String> redemption() {
        Outcome.Back back = (Outcome.Back) consent(request());
        Map<String, String> all = new LinkedHashMap<>();
        all.put("grant_type", "authorization_code");
        all.put("code", String.valueOf(back.parameters().get("code")));
        all.put("redirect_uri", provider.client().redirectUri());
        all.put("code_verifier", VERIFIER);
        all.put("client_id", provider.client().id());
        all.put("client_secret", provider.client().secret());
        return all;
    }

    private HttpResponse<String> token(String body, String... headers) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(issuer + "/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void refused(String error, Map<String, String> redemption) throws Exception {
        var response = token(form(redemption));
        assertTrue(response.body().contains("\"" + error + "\""), response::body);
        assertEquals(error.equals("invalid_client") ? 401 : 400, response.statusCode());
    }

    private static Map<String, String> but(Map<String, String> all, String name, String value) {
        all.put(name, value);
        return all;
    }

    @Test
    void peopleAreSentBackOnlyToTheRegisteredAddress() {
        for (String near :
                List.of(
                        "http://localhost/callback/",
                        "http://localhost/callback?a=1",
                        "http://localhost:80/callback",
                        "http://LOCALHOST/callback",
                        "http://localhost/callback/../evil",
                        "https://evil.example/callback")) {
            assertTrue(with("redirect_uri", near) instanceof Outcome.Page, near);
        }
        assertTrue(with("redirect_uri", "") instanceof Outcome.Page);
        assertTrue(with("client_id", "another") instanceof Outcome.Page);
        var twice =
                provider.authorization(
                                issuer
                                        + "/authorize?"
                                        + form(request())
                                        + "redirect_uri=http%3A%2F%2Fevil")
                        .orElseThrow();
        assertTrue(provider.consent(twice, ANN) instanceof Outcome.Page);
    }

    @Test
    void whatIsWrongOtherwiseComesBackAsAnError() {
        Map<List<String>, String> cases =
                Map.of(
                        List.of("response_type", "token"), "unsupported_response_type",
                        List.of("response_type", ""), "invalid_request",
                        List.of("code_challenge", ""), "invalid_request",
                        List.of("code_challenge", VERIFIER + "="), "invalid_request",
                        List.of("code_challenge_method", "plain"), "invalid_request",
                        List.of("code_challenge_method", ""), "invalid_request",
                        List.of("request", "eyJ"), "request_not_supported",
                        List.of("prompt", "none"), "login_required");
        cases.forEach((given, error) -> {
            Outcome.Back back = (Outcome.Back) with(given.getFirst(), given.getLast());
            assertEquals(error, back.parameters().get("error"), given::toString);
            assertEquals("s", back.parameters().get("state"));
            assertEquals(issuer, back.parameters().get("iss"));
        });
    }

    @Test
    void somebodyMaySayNo() {
        var asked = provider.authorization(issuer + "/authorize?" + form(request())).orElseThrow();
        Outcome.Back back = (Outcome.Back) provider.deny(asked, "access_denied");
        assertEquals(
                Map.of("error", "access_denied", "state", "s", "iss", issuer), back.parameters());
        assertEquals(2, provider.visits().size());
    }

    @Test
    void anotherAddressIsNoAuthorizationEndpoint() {
        for (String url :
                List.of(
                        "",
                        "/authorize?x",
                        issuer + "/token?x",
                        issuer + "0/authorize?x",
                        issuer + ".evil.example/authorize?x",
                        "https" + issuer.substring(4) + "/authorize?x",
                        "http://[::bad/authorize?%")) {
            assertTrue(provider.authorization(url).isEmpty(), url);
        }
        assertTrue(provider.authorization(issuer + "/authorize?%zz=%").isPresent());
    }

    @Test
    void aCodeIsBoundToClientAddressAndVerifier() throws Exception {
        refused("invalid_client", but(redemption(), "client_secret", "guess"));
        refused("invalid_client", but(redemption(), "client_id", "another"));
        refused("invalid_client", but(redemption(), "client_secret", ""));
        refused("invalid_grant", but(redemption(), "redirect_uri", "http://localhost/"));
        refused("invalid_grant", but(redemption(), "redirect_uri", ""));
        refused("invalid_grant", but(redemption(), "code_verifier", "w".repeat(43)));
        refused("invalid_grant", but(redemption(), "code_verifier", ""));
        refused("invalid_grant", but(redemption(), "code", "made-up"));
        refused("invalid_request", but(redemption(), "code", ""));
        refused("invalid_request", but(redemption(), "grant_type", ""));
        refused("unsupported_grant_type", but(redemption(), "grant_type", "password"));
        assertEquals(200, token(form(redemption())).statusCode());
    }

    @Test
    void aCodeGrowsOldAndIsGoodForOnce() throws Exception {
        Map<String, String> late = redemption();
        now = now.plusSeconds(60);
        refused("invalid_grant", late);
        Map<String, String> once = redemption();
        var given = token(form(once));
        assertEquals(200, given.statusCode());
        assertEquals("no-store", given.headers().firstValue("Cache-Control").orElse(""));
        String access = given.body().replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");
        assertEquals(200, userinfo("Bearer " + access).statusCode());
        refused("invalid_grant", once);
        assertEquals(401, userinfo("Bearer " + access).statusCode(), "the first one's token ended");
    }

    @Test
    void anAttemptThatFailsSpendsTheCode() throws Exception {
        Map<String, String> redemption = redemption();
        refused(
                "invalid_grant",
                but(new LinkedHashMap<>(redemption), "code_verifier", "w".repeat(43)));
        refused("invalid_grant", redemption);
    }

    @Test
    void userinfoTellsWhatTheScopesAllow() throws Exception {
        var given = token(form(redemption()));
        String access = given.body().replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");
        assertEquals("{\"sub\":\"1001\"}", userinfo("Bearer " + access).body());
        assertEquals(401, userinfo("Bearer nonsense").statusCode());
        assertEquals(401, userinfo("Basic " + access).statusCode());
        now = now.plusSeconds(300);
        assertEquals(401, userinfo("Bearer " + access).statusCode());
    }

    private HttpResponse<String> userinfo(String authorization) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(issuer + "/userinfo"))
                        .header("Authorization", authorization);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theClientSaysWhoItIsInOneWay() throws Exception {
        Map<String, String> all = redemption();
        String pair = provider.client().id() + ":" + provider.client().secret();
        String basic =
                "Basic "
                        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        assertEquals(400, token(form(all), "Authorization", basic).statusCode());
        all.remove("client_secret");
        all.remove("client_id");
        assertEquals(200, token(form(all), "Authorization", basic).statusCode());
        for (String wrong : List.of("Basic", "Basic %%%", "Basic eA==", "Bearer x", "Digest")) {
            assertEquals(401, token(form(all), "Authorization", wrong).statusCode(), wrong);
        }
    }

    @Test
    void anotherProviderKnowsNothingOfItsCodes() throws Exception {
        Map<String, String> redemption = redemption();
        try (var other = OidcProvider.start(STOCK, () -> now);
                var way = new Listener(other.wire())) {
            assertNotEquals(provider.client().id(), other.client().id());
            assertNotEquals(provider.client().secret(), other.client().secret());
            redemption.put("client_id", other.client().id());
            redemption.put("client_secret", other.client().secret());
            issuer = way.url();
            refused("invalid_grant", redemption);
        }
    }

    @Test
    void itHasOneAddressUnderWhateverNameItIsAsked() throws Exception {
        String local = "http://localhost:" + listener.port() + "/.well-known/openid-configuration";
        var response =
                http.send(
                        HttpRequest.newBuilder(URI.create(local)).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertTrue(response.body().contains("\"issuer\":\"" + issuer + "\""), response::body);
    }

    @Test
    void whateverComesItGoesOn() throws Exception {
        List<String> hostile =
                List.of(
                        "\r\n\r\n",
                        "GET\r\n\r\n",
                        "GET / HTTP/9.9\r\n\r\n",
                        "GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n",
                        "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
                        "GET /\u0000\u0001 HTTP/1.1\r\nHost: x\r\n\r\n",
                        "POST /token HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                        head(
                                "POST /token HTTP/1.1",
                                "Host: x",
                                "Content-Length: 99999999999999999999"),
                        head(
                                        "POST /token HTTP/1.1",
                                        "Host: x",
                                        "Content-Type: application/x-www-form-urlencoded",
                                        "Content-Length: 9")
                                + "%zz&&==&%",
                        head("POST /token HTTP/1.1", "Host: x", "Transfer-Encoding: chunked")
                                + "zz\r\n",
                        head("POST /token HTTP/1.1", "Host: x", "Transfer-Encoding: chunked")
                                + head("5", "a=b&c", "0"),
                        head(
                                "POST /userinfo HTTP/1.1",
                                "Host: x",
                                "Authorization:",
                                "Content-Length: 0"),
                        head("HEAD /jwks HTTP/1.1", "Host: x")
                                + head("GET /jwks HTTP/1.1", "Host: x"),
                        head("POST /token HTTP/1.1", "Host: x", "Content-Length: 100000")
                                + "x".repeat(100_000),
                        head("GET /").repeat(70_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                        "nonsense".repeat(20_000));
        for (String each : hostile) {
            sent(each);
        }
        assertEquals(200, token(form(redemption())).statusCode());
        assertTrue(provider.isOpen());
    }

    /// Nobody cares for the answer; the provider may hang up in the middle.
    private void sent(String text) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            socket.setSoTimeout(500);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            while (in.read() >= 0) {
                // to the end, or until nothing comes
            }
        } catch (java.net.SocketException | java.net.SocketTimeoutException expected) {
            // that is its right
        }
    }

    @Test
    void afterItsEndNobodyIsServed() {
        provider.close();
        var gone =
                org.junit.jupiter.api.Assertions.assertThrows(
                        IOException.class, () -> token("grant_type=x"));
        assertTrue(gone.toString().length() > 0);
        assertTrue(!provider.isOpen());
    }

    private static String head(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }
}
