package dev.backwright.judge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Request;
import java.util.List;
import org.junit.jupiter.api.Test;

interface PaceContract extends Servers {

    String PIECES =
            """
            if (req.url === '/refuses') {
              res.writeHead(413, { connection: 'close' }).end('too large');
              return;
            }
            const sizes = [];
            for await (const piece of req) sizes.push(piece.length);
            res.end(JSON.stringify({ sizes, sum: sizes.reduce((a, b) => a + b, 0), headers: req.headers }));
            """;

    @Test
    default void aBodyArrivesInTheseChunks() {
        try (var app = answering(PIECES)) {
            var request = Request.post("/").body("text/plain", "0123456789").inPieces(3).chunked();
            var reply = app.send(request).status(200);
            reply.json("sizes").is(List.of(3, 3, 4));
            reply.json("headers.content-length").isAbsent();
            app.send(Request.post("/").body("text/plain", "").chunked()).json("sum").is(0);
        }
    }

    @Test
    default void aSlowBodyIsWaitedFor() {
        try (var app = answering(PIECES)) {
            var slow = Request.post("/").body("text/plain", "0123456789").inPieces(4, 25);
            app.send(slow).status(200).json("sum").is(10);
            var http = Servers.exchanges(app).getFirst();
            assertTrue(http.millis() >= 74, http::toString);
            assertEquals("0123456789", http.requestBody());
        }
    }

    @Test
    default void sendingStopsWhereTheServerAnswersMeanwhile() {
        try (var app = answering(PIECES)) {
            var endless = Request.post("/refuses").body("text/plain", "x".repeat(4_000));
            app.send(endless.inPieces(4_000, 10)).status(413).body().is("too large");
        }
    }
}
