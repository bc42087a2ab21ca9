package dev.backwright.judge.app;

import static dev.backwright.checks.Json.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Load;
import dev.backwright.checks.Request;
import dev.backwright.checks.Unmet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

interface LoadContract extends Servers {

    String BUSY =
            """
            app.use(express.json());
            let seen = 0;
            const peers = new Set();
            app.use((req, res, next) => { peers.add(req.socket); next(); });
            app.get('/ok', (req, res) => res.send('ok'));
            app.get('/peers', (req, res) => res.send(`${peers.size}`));
            app.post('/ok', (req, res) => res.status(201).json(req.body));
            app.get('/slow', (req, res) => setTimeout(() => res.send('ok'), 30));
            app.get('/close', (req, res) => res.set('connection', 'close').send('ok'));
            app.get('/cut', (req, res) => { res.send('ok'); req.socket.end(); });
            app.get('/third', (req, res) => res.sendStatus(++seen % 3 === 0 ? 503 : 200));
            app.get('/drop', (req, res) => (++seen > 25 ? req.socket.destroy() : res.send('ok')));
            app.get('/garbage', (req, res) => req.socket.end('hello\\r\\n'));
            app.get('/hang', () => {});
            app.get('/die', (req, res) => { res.send('ok'); if (++seen > 20) process.exit(3); });
            """;

    @Test
    default void loadsAreCountedAndComparedSideBySide() {
        try (var app = express(BUSY)) {
            Load load = app.load().connections(4).requests(50);
            List<Load.Loaded> both = load.sideBySide(Request.get("/ok"), Request.get("/slow"));
            both.get(1).allStatus(200).slowdown(50, both.get(0)).isAtLeast(2);
            both.get(0).slowdown(95, both.get(0)).is(1);
            both.get(0).throughput(both.get(1)).isAtLeast(2);
            var unmet =
                    assertThrows(
                            Unmet.class, () -> both.get(1).slowdown(50, both.get(0)).isAtMost(0));
            assertTrue(
                    String.valueOf(unmet.getMessage())
                            .startsWith(
                                    "GET /slow under load: p50 as a multiple of that of GET /ok:"
                                            + " expected a number, at most 0; seen "),
                    unmet::getMessage);
            var rows = (Evidence.Rows) app.evidence().getFirst();
            assertEquals("Load: 4 connections, 50 of each request in 5 rounds", rows.query());
            assertEquals(List.of("GET /ok", "200 × 50"), rows.seen().getFirst().subList(0, 2));
            int peers = Integer.parseInt(app.get("/peers").body().text());
            assertTrue(peers <= 41, () -> peers + " connections");
        }
    }

    @Test
    default void everyStatusIsCountedAndAServerMayCloseAfterEach() {
        try (var app = express(BUSY)) {
            Load load = app.load().connections(3).requests(30);
            Load.Loaded third = load.get("/third");
            third.count(503).is(10);
            third.count(200).is(20);
            assertEquals(
                    "GET /third under load: expected status 200 each time; seen 200 × 20, 503 × 10",
                    assertThrows(Unmet.class, () -> third.allStatus(200)).getMessage());
            load.get("/close").allStatus(200).count(200).is(30);
            load.get("/cut").count(200).is(30);
            load.send(Asking.json("POST", "/ok", json("a", 1))).count(201).is(30);
            assertEquals(0, app.count(200));
        }
    }

    @Test
    default void aServerThatBreaksUnderLoadFailsTheCheck() {
        try (var app = express(BUSY)) {
            Load load = app.load().connections(3).requests(50);
            assertBreaks("closed the connection without an answer", load, "/drop");
            assertBreaks("answered with something that is no HTTP: “hello”", load, "/garbage");
            var salvo = new Salvo(Request.get("/hang"), 10, System.nanoTime() + 5_000_000_000L);
            salvo.fire(app::link, 2, Duration.ofMillis(200));
            assertEquals("did not answer within 0.2 s", salvo.trouble());
            var late = new Salvo(Request.get("/ok"), 10, System.nanoTime() - 1);
            late.fire(app::link, 2, Duration.ofSeconds(5));
            assertEquals("had not answered all of them in time", late.trouble());
            app.get("/ok").status(200);
            assertBreaks("ended with exit 3.", load, "/die");
            assertThrows(IllegalArgumentException.class, () -> load.connections(0));
            assertThrows(IllegalArgumentException.class, () -> load.requests(5_001));
        }
    }

    private static void assertBreaks(String how, Load load, String target) {
        String message =
                String.valueOf(assertThrows(Unmet.class, () -> load.get(target)).getMessage());
        assertTrue(
                message.matches(
                        "GET %s under load: expected 50 answers; after \\d+ of them the server \\Q%s\\E"
                                .formatted(target, how)),
                message);
    }
}
