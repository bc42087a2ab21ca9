package dev.backwright.academy.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Serves rendered pages and the real assets on the loopback, under the policy of the academy; what a page asks of the API is
/// answered from a table and written down.
final class PageServer implements AutoCloseable {

    /// The academy's policy, word for word.
    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> TYPES =
            Map.of(
                    "js", "text/javascript; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "svg", "image/svg+xml",
                    "woff2", "font/woff2");

    /// A call as it came.
    record Call(String method, String path, String body) {}

    /// An answer of the API.
    record Answer(int status, String type, String body) {
        static Answer json(String body) {
            return new Answer(200, "application/json", body);
        }

        /// Events, then silence; the connection stays open until the server closes.
        static Answer events(String... events) {
            return new Answer(200, "text/event-stream", String.join("", events));
        }

        static Answer problem(int status, String detail) {
            return new Answer(
                    status, "application/problem+json", "{\"detail\":\"" + detail + "\"}");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, OutputStream> streams = new ConcurrentHashMap<>();
    private final Map<String, Integer> served = new ConcurrentHashMap<>();

    private PageServer(HttpServer server) {
        this.server = server;
    }

    static PageServer start() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var pages = new PageServer(HttpServer.create(address, 0));
            pages.server.setExecutor(pages.threads);
            pages.server.createContext("/", pages::handle);
            pages.server.start();
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Shows this page at this path.
    void show(String path, String html) {
        pages.put(path, html);
    }

    /// Answers `PUT /api/…` so from now on.
    void answer(String call, Answer answer) {
        answers.put(call, answer);
    }

    /// What was asked of the API, so far.
    List<Call> calls() {
        return List.copyOf(calls);
    }

    /// Forgets what it was told.
    void forget() {
        answers.clear();
        calls.clear();
        streams.clear();
        served.clear();
    }

    /// Bytes of body sent for each path, compressed as they were.
    Map<String, Integer> served() {
        return Map.copyOf(served);
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.startsWith("/assets/")) {
            asset(exchange, path);
        } else if (path.startsWith("/api/")) {
            api(exchange, path);
        } else if (pages.containsKey(path)) {
            send(exchange, 200, "text/html; charset=utf-8", bytes(pages.getOrDefault(path, "")));
        } else {
            send(exchange, 404, "text/plain", bytes("nothing at " + path));
        }
    }

    private void asset(HttpExchange exchange, String path) throws IOException {
        var squeezed = path.endsWith(".woff2") ? "" : ".br";
        try (var file = PageServer.class.getResourceAsStream("/static" + path + squeezed)) {
            if (file == null) {
                send(exchange, 404, "text/plain", bytes("no asset " + path));
                return;
            }
            if (!squeezed.isEmpty()) {
                exchange.getResponseHeaders().set("Content-Encoding", "br");
            }
            var type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "text/plain");
            send(exchange, 200, type, file.readAllBytes());
        }
    }

    private void api(HttpExchange exchange, String path) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(exchange.getRequestMethod(), path, body));
        var answer =
                answers.getOrDefault(
                        exchange.getRequestMethod() + " " + path,
                        Answer.problem(404, "The test has no answer for " + path + "."));
        if (answer.type().equals("text/event-stream")) {
            stream(exchange, answer);
        } else {
            send(exchange, answer.status(), answer.type(), bytes(answer.body()));
        }
    }

    private void stream(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(bytes(answer.body()));
        exchange.getResponseBody().flush();
        streams.put(exchange.getRequestURI().getPath(), exchange.getResponseBody());
    }

    /// Tells whoever listens at this path.
    void tell(String path, String event, String data) {
        var text = "event: " + event + "\ndata: " + data.replace("\n", "\ndata: ") + "\n\n";
        try {
            var stream = streams.get(path);
            if (stream == null) {
                throw new IllegalStateException("nobody listens at " + path);
            }
            stream.write(bytes(text));
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        served.merge(exchange.getRequestURI().getPath(), body.length, Integer::sum);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
