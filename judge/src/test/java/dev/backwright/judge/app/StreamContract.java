package dev.backwright.judge.app;

import static dev.backwright.checks.Json.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Unmet;
import org.junit.jupiter.api.Test;

interface StreamContract extends Servers {

    String EVENTS =
            """
            app.use(express.json());
            const readers = new Set();
            app.get('/events', (req, res) => {
              res.writeHead(200, { 'content-type': 'text/event-stream' });
              res.write(': hello\\n\\nretry: 250\\n');
              res.write('data: {"first":');
              res.write('true}\\r\\n\\r\\n');
              readers.add(res);
              res.on('close', () => { readers.delete(res); console.log('left'); });
            });
            app.post('/orders', (req, res) => {
              for (const each of readers) {
                each.write(`event: order\\rid: ${req.body.id}\\rdata: one\\rdata:  two\\r\\r`);
              }
              res.sendStatus(202);
            });
            app.post('/over', (req, res) => { for (const each of readers) each.end('x'); res.end(); });
            app.post('/break', (req, res) => { for (const each of readers) each.destroy(); res.end(); });
            app.get('/lines', async (req, res) => {
              for (let i = 0; i < 3; i++) {
                res.write(`line ${i}\\n`);
                await new Promise((done) => setTimeout(done, 20));
              }
              res.end('the rest');
            });
            app.get('/endless', (req, res) => {
              const more = () => { while (!res.destroyed && res.write('x'.repeat(60_000) + '\\n')); };
              res.on('drain', more);
              more();
            });
            app.get('/wide', (req, res) => res.write('x'.repeat(100_000)));
            """;

    @Test
    default void eventsComeAsTheyAreSent() {
        try (var app = express(EVENTS);
                var events = app.stream("/events").status(200)) {
            events.header("Content-Type").is("text/event-stream");
            var first = events.event();
            first.json("first").is(true);
            first.name().is("message");
            first.id().isAbsent();
            first.retry().is(250);
            app.post("/orders", json("id", 7)).status(202);
            var order = events.event();
            order.name().is("order");
            order.data().is("one\n two");
            order.id().is("7");
            events.event(30).data().isAbsent();
            events.event(30).json("a").isAbsent();
            var unmet = assertThrows(Unmet.class, () -> events.event(30).data().is("x"));
            assertEquals(
                    "GET /events: the event's data, of which none came in time: expected 'x'; seen nothing",
                    unmet.getMessage());
        }
    }

    @Test
    default void aReaderWhoLeavesIsNoticed() {
        try (var app = express(EVENTS)) {
            app.stream("/events").close();
            app.log().line("^left$").isPresent();
        }
    }

    @Test
    default void linesComeOneByOneAndTheEndIsKnown() {
        try (var app = express(EVENTS);
                var lines = app.stream("/lines")) {
            lines.line().is("line 0");
            lines.line().is("line 1");
            lines.line().is("line 2");
            lines.line().is("the rest");
            lines.line().isAbsent();
            lines.ended().is(true);
            assertEquals(
                    "line 0\nline 1\nline 2\nthe rest",
                    Servers.exchanges(app).getFirst().replyBody());
        }
    }

    @Test
    default void whatComesHasItsTime() throws InterruptedException {
        try (var app = express(EVENTS);
                var events = app.stream("/events")) {
            events.event().data().isPresent();
            double first = events.millis();
            Thread.sleep(50);
            app.post("/orders", json("id", 7)).status(202);
            events.event().id().is("7");
            double then = events.millis();
            assertTrue(then - first >= 50, () -> first + " ms, then " + then + " ms");
        }
    }

    @Test
    default void aFailureComesWithWhatWasReadSoFar() {
        try (var app = express(EVENTS);
                var lines = app.stream("/lines")) {
            var unmet = assertThrows(Unmet.class, () -> lines.line().is("line 1"));
            assertEquals(
                    "GET /lines: the next line of the body: expected 'line 1'; seen 'line 0'",
                    unmet.getMessage());
            assertEquals(Servers.exchanges(app), unmet.evidence());
            assertEquals("line 0\n", Servers.exchanges(app).getFirst().replyBody());
        }
    }

    @Test
    default void aStreamThatBreaksOffHasNotEnded() {
        try (var app = express(EVENTS);
                var good = app.stream("/events")) {
            good.event().data().isPresent();
            app.post("/over", json()).status(200);
            good.ended().is(true);
            try (var bad = app.stream("/events")) {
                bad.event().data().isPresent();
                app.post("/break", json()).status(200);
                var unmet = assertThrows(Unmet.class, () -> bad.ended().is(true));
                assertEquals(
                        "GET /events: whether the body comes to its end (the server closed the connection in"
                                + " the middle of its answer): expected true; seen false",
                        unmet.getMessage());
            }
        }
    }

    @Test
    default void whatIsTooMuchIsNotTakenIn() {
        try (var app = express(EVENTS);
                var endless = app.stream("/endless");
                var wide = app.stream("/wide")) {
            endless.ended().is(false);
            wide.line(1_000).isAbsent();
            var seen = Servers.exchanges(app);
            assertEquals("The server sent more than 1 MB", seen.get(0).problem());
            assertEquals("The server sent a line longer than 64 kB", seen.get(1).problem());
        }
    }

    @Test
    default void aVisitorsStreamCarriesTheirCookies() {
        try (var app =
                answering(
                        "res.setHeader('set-cookie', 'a=2'); res.end(req.headers.cookie + '\\n');")) {
            var ann = app.visitor();
            ann.keep("a", "1");
            ann.stream("/").line().is("a=1");
            ann.cookie("a").is("2");
        }
    }

    @Test
    default void aStreamThatNeverBeginsFailsAsAnyReply() {
        try (var app = answering("req.socket.destroy();")) {
            assertThrows(Unmet.class, () -> app.stream("/"));
            assertEquals(0, Servers.exchanges(app).getFirst().status());
        }
    }
}
