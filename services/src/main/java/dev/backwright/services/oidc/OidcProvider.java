package dev.backwright.services.oidc;

import dev.backwright.services.wire.Endpoint;
import dev.backwright.services.wire.ServiceWire;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A throw-away OpenID provider with one client. The program comes over the [#wire]; the browser of whoever signs in is played here.
///
/// ```java
/// try (var provider = OidcProvider.start(new KeyStock(), InstantSource.system())) {
///     var asked = provider.authorization(location).orElseThrow();
///     var back = provider.consent(asked, new Person("1", Map.of("email", "ann@mail.example")));
/// }
/// ```
///
/// Its address is that of the wire, so a process that finds the wire elsewhere knows another issuer.
public final class OidcProvider implements AutoCloseable {

    private final Client client = Client.registered();
    private final SigningKeys keys;
    private final Grants grants;
    private final Forgery idTokens = new Forgery();
    private final Forgery userinfo = new Forgery();
    private final List<String> issuers = new CopyOnWriteArrayList<>();
    private final List<Visit> visits = new CopyOnWriteArrayList<>();
    private final Endpoints endpoints;
    private final ProviderServer server;
    private final ServiceWire wire;

    private OidcProvider(KeyStock stock, InstantSource clock) {
        this.keys = new SigningKeys(stock);
        this.grants = new Grants(clock);
        var token = new TokenEndpoint(client, grants, new IdTokens(keys, idTokens), clock);
        this.endpoints = new Endpoints(keys, token, grants, userinfo, this::issuer);
        this.server = ProviderServer.start(endpoints);
        this.wire =
                new ServiceWire(
                        new Endpoint("oidc", server.address(), this::told, server::isIdle),
                        HttpDialogue::new);
    }

    /// @param clock by which codes and tokens grow old
    public static OidcProvider start(KeyStock stock, InstantSource clock) {
        var provider = new OidcProvider(stock, clock);
        stock.once(() -> provider.rehearse(clock));
        return provider;
    }

    /// The first answers of a process are slow, and programs are told to be impatient: these nobody waits for.
    private void rehearse(InstantSource clock) {
        var nobody = new AuthorizationRequest("", client, Map.of("scope", "openid"), List.of());
        var grant = new Grant(nobody, new Person("nobody", Map.of()), clock.instant());
        new IdTokens(keys, idTokens).of("", client, grant, clock.instant());
        server.rehearse(Endpoints.DISCOVERY);
        server.rehearse(Endpoints.JWKS);
    }

    /// How somebody's browser came, and where it was sent.
    ///
    /// @param atNanos when, of [System#nanoTime]
    public record Visit(long atNanos, String text, String answer) {}

    /// What the authorization endpoint does with a browser.
    public sealed interface Outcome {

        /// It shows an error, and sends nobody back.
        record Page(String why) implements Outcome {}

        /// It sends the browser back.
        record Back(String redirectUri, Map<String, String> parameters) implements Outcome {
            public Back {
                parameters = new LinkedHashMap<>(parameters);
            }
        }
    }

    private String told(String host, int port) {
        String issuer = "http://" + host + ":" + port;
        issuers.add(issuer);
        return issuer;
    }

    /// A provider has one address, under whatever name it is asked.
    private String issuer(String host) {
        String asked = "http://" + host;
        return issuers.contains(asked) || issuers.isEmpty() ? asked : issuers.getLast();
    }

    public Client client() {
        return client;
    }

    /// The addresses that programs were told, the latest last.
    public List<String> issuers() {
        return List.copyOf(issuers);
    }

    /// The wire on which the learner's program comes here.
    public ServiceWire wire() {
        return wire;
    }

    /// A browser comes to an address; empty where that is not this provider's authorization endpoint.
    public Optional<AuthorizationRequest> authorization(String url) {
        return issuers.stream()
                .filter(issuer -> url.startsWith(issuer + Endpoints.AUTHORIZE + "?"))
                .findFirst()
                .map(issuer -> asked(issuer, url));
    }

    private AuthorizationRequest asked(String issuer, String url) {
        String query = url.substring(url.indexOf('?') + 1).replaceFirst("#.*", "");
        var asked = AuthorizationRequest.of(issuer, client, Form.of(query));
        visits.add(
                new Visit(
                        System.nanoTime(),
                        "browser GET " + Endpoints.AUTHORIZE + Shown.of(asked.parameters()),
                        "asks who it is, and whether they agree"));
        return asked;
    }

    /// Somebody has signed in and agrees.
    public Outcome consent(AuthorizationRequest asked, Person person) {
        return sent(
                asked,
                asked.refusal()
                        .map(no -> error(no.error(), no.description()))
                        .orElseGet(() -> Map.of("code", grants.code(asked, person))));
    }

    /// They do not, or something else comes in between.
    ///
    /// @param error as RFC 6749, section 4.1.2.1, or OpenID Connect Core 1.0, section 3.1.2.6, names it
    public Outcome deny(AuthorizationRequest asked, String error) {
        return sent(
                asked,
                asked.refusal()
                        .map(no -> error(no.error(), no.description()))
                        .orElseGet(() -> error(error, "")));
    }

    private static Map<String, String> error(String error, String description) {
        return description.isEmpty()
                ? Map.of("error", error)
                : Map.of("error", error, "error_description", description);
    }

    private Outcome sent(AuthorizationRequest asked, Map<String, String> outcome) {
        Outcome sent =
                asked.page().<Outcome>map(Outcome.Page::new).orElseGet(() -> back(asked, outcome));
        String shown =
                switch (sent) {
                    case Outcome.Page(var why) -> "400 shows an error: " + why;
                    case Outcome.Back(var to, var parameters) -> "302 " + to + Shown.of(parameters);
                };
        visits.add(new Visit(System.nanoTime(), "browser POST " + Endpoints.AUTHORIZE, shown));
        return sent;
    }

    private Outcome back(AuthorizationRequest asked, Map<String, String> outcome) {
        Map<String, String> all = new LinkedHashMap<>(outcome);
        asked.get("state").ifPresent(state -> all.put("state", state));
        all.put("iss", asked.issuer());
        return new Outcome.Back(client.redirectUri(), all);
    }

    /// How browsers came, in order.
    public List<Visit> visits() {
        return List.copyOf(visits);
    }

    /// Signs with another key from now on; that and the one before it are published.
    public void rotateKeys() {
        keys.rotate();
    }

    /// How ID tokens differ from what they should be.
    public Forgery idTokens() {
        return idTokens;
    }

    /// How the userinfo endpoint's answers differ from what they should be.
    public Forgery userinfo() {
        return userinfo;
    }

    /// From now on a path answers this, whatever is asked.
    public void answers(String path, int status, String contentType, String body) {
        endpoints.instead(path, new Answer(status, contentType, body, Map.of()));
    }

    /// Ends whatever was forged, answered otherwise or disturbed on the wire.
    public void mend() {
        idTokens.end();
        userinfo.end();
        endpoints.mend();
        wire.mend();
    }

    /// The access tokens and ID tokens the program was given.
    public List<String> issued() {
        return grants.issued();
    }

    public boolean isOpen() {
        return server.isOpen();
    }

    @Override
    public void close() {
        wire.close();
        server.close();
    }
}
