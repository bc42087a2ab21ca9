package dev.backwright.services.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.backwright.services.ServiceException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Serves endpoints over HTTP on a loopback port of its own.
final class ProviderServer implements AutoCloseable {

    /// As much of a body is read.
    private static final int LONGEST = 64 << 10;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Endpoints endpoints;
    private final AtomicInteger working = new AtomicInteger();
    private volatile boolean closed;

    private ProviderServer(HttpServer server, Endpoints endpoints) {
        this.server = server;
        this.endpoints = endpoints;
    }

    static ProviderServer start(Endpoints endpoints) {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            var provider = new ProviderServer(server, endpoints);
            server.setExecutor(provider.threads);
            server.createContext("/", provider::handle);
            server.start();
            return provider;
        } catch (IOException e) {
            throw new ServiceException(
                    "The OpenID provider found no free port on 127.0.0.1: " + e.getMessage(), e);
        }
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    /// Answers itself.
    void rehearse(String path) {
        var url = "http://127.0.0.1:" + address().getPort() + path;
        try (InputStream in =
                URI.create(url).toURL().openConnection(Proxy.NO_PROXY).getInputStream()) {
            in.readAllBytes();
        } catch (IOException e) {
            throw new ServiceException(
                    "The OpenID provider does not answer at " + url + ": " + e.getMessage(), e);
        }
    }

    boolean isIdle() {
        return working.get() == 0;
    }

    boolean isOpen() {
        return !closed;
    }

    private void handle(HttpExchange exchange) throws IOException {
        working.incrementAndGet();
        try (exchange) {
            Ask ask = ask(exchange);
            if (ask == null) {
                write(exchange, Answer.text(413, "That is too much."));
            } else {
                write(exchange, endpoints.answer(ask));
            }
        } finally {
            working.decrementAndGet();
        }
    }

    /// What is asked; null where the body is too long.
    private static @Nullable Ask ask(HttpExchange exchange) throws IOException {
        InputStream in = exchange.getRequestBody();
        byte[] body = in.readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), first(values)));
        var target = exchange.getRequestURI();
        return new Ask(
                exchange.getRequestMethod(),
                text(target.getRawPath()),
                text(target.getRawQuery()),
                headers,
                new String(body, StandardCharsets.UTF_8));
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : text(values.getFirst());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        answer.headers().forEach(headers::set);
        headers.set("Content-Type", answer.contentType());
        boolean none = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), none ? -1 : body.length);
        if (!none) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        closed = true;
        server.stop(0);
        threads.shutdownNow();
    }
}
