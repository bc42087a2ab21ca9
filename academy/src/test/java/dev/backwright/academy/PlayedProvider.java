package dev.backwright.academy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.backwright.academy.platform.ProviderAccess;
import dev.backwright.services.oidc.Forgery;
import dev.backwright.services.oidc.KeyStock;
import dev.backwright.services.oidc.OidcProvider;
import dev.backwright.services.oidc.OidcProvider.Outcome;
import dev.backwright.services.oidc.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The OpenID provider of the labs, at an address of its own, with an academy as its client. Its client has one address to come back to: the academy's is
/// changed for that on the way there, and back.
public final class PlayedProvider implements AutoCloseable {

    private static final KeyStock STOCK = new KeyStock();

    private final OidcProvider provider = OidcProvider.start(STOCK, InstantSource.system());
    private final HttpClient http = HttpClient.newHttpClient();
    private final ServerSocketChannel wire;
    private final HttpServer front;
    private final String key;
    private volatile String back = "";
    private volatile Person present = new Person("nobody", Map.of());

    private PlayedProvider(String key) {
        this.key = key;
        try {
            var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            this.wire = ServerSocketChannel.open().bind(here);
            this.front = HttpServer.create(here, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PlayedProvider open(String key) {
        var played = new PlayedProvider(key);
        Thread.ofVirtual().start(played::accept);
        played.front.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        played.front.createContext("/", played::forward);
        played.front.createContext("/authorize", played::ask);
        played.front.start();
        played.provider.wire().url("127.0.0.1", played.front.getAddress().getPort());
        return played;
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = wire.accept();
                Thread.ofVirtual().start(() -> handle(client));
            }
        } catch (ClosedChannelException closed) {
            // the test is over
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(SocketChannel client) {
        try (client) {
            provider.wire().handle(client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var to = "http://127.0.0.1:" + wire.socket().getLocalPort() + exchange.getRequestURI();
            var request =
                    HttpRequest.newBuilder(URI.create(to))
                            .method(
                                    exchange.getRequestMethod(),
                                    BodyPublishers.ofString(registered(body)));
            for (var name : new String[] {"Authorization", "Content-Type"}) {
                var value = exchange.getRequestHeaders().getFirst(name);
                if (value != null) {
                    request.header(name, value);
                }
            }
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(it -> exchange.getResponseHeaders().set("Content-Type", it));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The browser of whoever is present comes by itself: they agree.
    private void ask(HttpExchange exchange) throws IOException {
        try (exchange) {
            var to = agreed(issuer() + exchange.getRequestURI(), present);
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(302, -1);
        }
    }

    /// Where this person, who agrees, is sent back to.
    public String agreed(String address, Person person) {
        var asked = provider.authorization(registered(address)).orElseThrow();
        return switch (provider.consent(asked, person)) {
            case Outcome.Page(var why) -> throw new AssertionError(why);
            case Outcome.Back(var _, var parameters) -> back + "?" + form(parameters);
        };
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(it -> it.getKey() + "=" + encoded(it.getValue()))
                .collect(Collectors.joining("&"));
    }

    /// With the registered address in place of the academy's, where that is exactly so.
    private String registered(String text) {
        return text.replaceFirst(
                "redirect_uri=" + Pattern.quote(encoded(back)) + "(?=&|$)",
                "redirect_uri=" + encoded(provider.client().redirectUri()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// As this academy registers here.
    public ProviderAccess access() {
        var client = provider.client();
        return new ProviderAccess(
                key, "The " + key, URI.create(issuer()), client.id(), client.secret());
    }

    public String issuer() {
        return "http://127.0.0.1:" + front.getAddress().getPort();
    }

    /// Whose people come.
    public void knows(OpenAcademy academy) {
        back = academy.premises().url() + "/sign-in/back/" + key;
    }

    /// Who comes by a browser of their own.
    public void isVisitedBy(Person person) {
        present = person;
    }

    public Forgery idTokens() {
        return provider.idTokens();
    }

    public Forgery userinfo() {
        return provider.userinfo();
    }

    public void answers(String path, int status, String body) {
        provider.answers(path, status, "application/json", body);
    }

    public void mend() {
        provider.mend();
    }

    @Override
    public void close() {
        front.stop(0);
        provider.close();
        http.close();
        try {
            wire.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
