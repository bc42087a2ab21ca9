package dev.backwright.judge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Unmet;
import org.junit.jupiter.api.Test;

interface ConnectionContract extends Servers {

    String STRICT =
            """
            import { createServer } from 'node:http';
            createServer({ headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 }, (req, res) => {
              res.end(req.url);
            }).listen(process.env.PORT);
            """;

    @Test
    default void aSlowHeadIsGivenUpWhileOthersAreServed() {
        try (var app = app(STRICT);
                var slow = app.connect()) {
            slow.write("GET / HTTP/1.1\r\nHost: local");
            app.get("/health").status(200);
            slow.reply().status(408);
            slow.closed().is(true);
        }
    }

    @Test
    default void drippingStopsWhenTheServerAnswers() {
        try (var app = app(STRICT);
                var slow = app.connect()) {
            slow.drip("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(2_000), 5);
            slow.until("\r\n").is("HTTP/1.1 408 Request Timeout\r\n");
            slow.rest().contains("Connection: close");
        }
    }

    @Test
    default void requestsInOnePieceAreAnsweredInOrder() {
        try (var app = app(STRICT);
                var pipe = app.connect()) {
            String request = " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            pipe.write("GET /a" + request + "GET /b" + request + "GET /c" + request);
            pipe.reply().status(200).body().is("/a");
            pipe.reply().status(200).body().is("/b");
            pipe.reply().status(200).body().is("/c");
            pipe.closed(50).is(false);
            pipe.end();
            pipe.closed().is(true);
            assertTrue(console(app).command().endsWith("| nc -N 127.0.0.1 \"$PORT\""));
            assertEquals("closed by the server", console(app).ending());
        }
    }

    private static Evidence.Console console(LearnersApp app) {
        return (Evidence.Console) app.evidence().getFirst();
    }

    @Test
    default void garbageAndTooManyHeadersAreRefused() {
        try (var app = app(STRICT);
                var garbage = app.connect();
                var bomb = app.connect()) {
            garbage.write(new byte[] {0, (byte) 0xff, 13, 10, 13, 10});
            garbage.reply().status(400);
            bomb.write("GET / HTTP/1.1\r\n" + "X: y\r\n".repeat(4_000));
            bomb.reply().status(431);
            app.get("/health").status(200);
        }
    }

    @Test
    default void silenceIsNoReplyAndBothAreEvidence() {
        try (var app =
                app(
                        "import net from 'node:net'; net.createServer(() => {}).listen(process.env.PORT);")) {
            var connection = app.connect();
            connection.write("it's 100%\n");
            var unmet = assertThrows(Unmet.class, connection::reply);
            assertEquals(
                    "connection 1: expected a reply; the server did not send one within 5 s",
                    unmet.getMessage());
            connection.closed(50).is(false);
            connection.close();
            assertEquals(
                    new Evidence.Console(
                            "printf -- 'it'\\''s 100%%\\n' | nc 127.0.0.1 \"$PORT\"", "", "", ""),
                    console(app));
        }
    }

    @Test
    default void aServerThatDoesNotReadFailsWhoeverWrites() {
        try (var app =
                        app(
                                """
                                import net from 'node:net';
                                net.createServer({ pauseOnConnect: true }, () => {}).listen(process.env.PORT);
                                """);
                var connection = app.connect()) {
            byte[] much = new byte[50_000_000];
            var unmet = assertThrows(Unmet.class, () -> connection.write(much));
            assertEquals(
                    "connection 1: expected the server to read what comes; it did not within 5 s",
                    unmet.getMessage());
            assertTrue(console(app).command().endsWith(" # and more"));
        }
    }

    @Test
    default void whoIsNotListeningTakesNoConnection() {
        try (var app = app(STRICT)) {
            app.stop();
            assertTrue(
                    String.valueOf(assertThrows(Unmet.class, app::connect).getMessage())
                            .startsWith("Expected a connection"));
        }
    }
}
