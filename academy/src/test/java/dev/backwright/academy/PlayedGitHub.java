package dev.backwright.academy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.backwright.academy.platform.ProviderAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What a GitHub Enterprise Server answers an OAuth app, as its manual has it: an error comes with status 200.
final class PlayedGitHub implements AutoCloseable {

    private static final Pattern FIELD = Pattern.compile("([a-z_]+)=([^&]*)");

    private final HttpServer server;
    private volatile String user = "{}";
    private volatile String mails = "[]";
    private volatile String challenge = "";

    private PlayedGitHub(HttpServer server) {
        this.server = server;
    }

    static PlayedGitHub open() {
        try {
            var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var played = new PlayedGitHub(HttpServer.create(here, 0));
            played.server.createContext("/", played::answer);
            played.server.start();
            return played;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProviderAccess access() {
        return new ProviderAccess("github", "GitHub", URI.create(url()), "id", "secret");
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Where they come back to, having agreed.
    String agreed(String address, String userAsJson, String mailsAsJson) {
        user = userAsJson;
        mails = mailsAsJson;
        var asked = fields(address.substring(address.indexOf('?') + 1));
        challenge = String.valueOf(asked.get("code_challenge"));
        return asked.get("redirect_uri") + "?code=known&state=" + asked.get("state");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var answer = answer(exchange, body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private String answer(HttpExchange exchange, String body) {
        boolean known =
                "Bearer token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        return switch (exchange.getRequestURI().getPath()) {
            case "/login/oauth/access_token" -> token(fields(body));
            case "/api/v3/user" -> known ? user : "{}";
            case "/api/v3/user/emails" -> known ? mails : "[]";
            default -> "{}";
        };
    }

    private String token(Map<String, String> asked) {
        boolean right =
                "known".equals(asked.get("code"))
                        && "secret".equals(asked.get("client_secret"))
                        && challenge.equals(hash(String.valueOf(asked.get("code_verifier"))));
        return right
                ? "{\"access_token\":\"token\",\"scope\":\"read:user,user:email\",\"token_type\":\"bearer\"}"
                : "{\"error\":\"bad_verification_code\"}";
    }

    private static String hash(String verifier) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fields(String form) {
        var all = new HashMap<String, String>();
        FIELD.matcher(form)
                .results()
                .forEach(it ->
                        all.put(
                                it.group(1),
                                URLDecoder.decode(it.group(2), StandardCharsets.UTF_8)));
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
