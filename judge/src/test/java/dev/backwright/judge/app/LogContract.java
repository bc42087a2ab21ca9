package dev.backwright.judge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.LogEntries.Entry;
import dev.backwright.checks.Request;
import dev.backwright.checks.Unmet;
import java.util.List;
import org.junit.jupiter.api.Test;

interface LogContract extends Servers {

    /// Lines as Pino, Winston and `console` write them.
    String LOGGING =
            """
            app.get('/pino', (req, res) => {
              console.log(JSON.stringify({ level: 30, time: Date.now(), pid: 1, req: { id: req.get('x-request-id') }, msg: 'done' }));
              res.end();
            });
            app.get('/twice', (req, res) => {
              const line = JSON.stringify({ level: 'warn', timestamp: '2026-11-25T10:00:00.000Z', reqId: 'b', message: 'again' });
              console.log(line + '\\n' + line);
              res.end();
            });
            app.get('/secret', (req, res) => {
              console.error(JSON.stringify({ level: 50, err: { message: 'not "hunter2"' } }));
              console.log('{"level":30, and more\\n[1]\\n"text"\\n');
              res.end();
            });
            """;

    @Test
    default void linesAreEntriesWithLevelTimeMessageAndFields() {
        try (var app = express(LOGGING)) {
            long before = System.currentTimeMillis();
            app.send(Request.get("/pino").header("X-Request-Id", "a")).status(200);
            app.send(Request.get("/pino").header("X-Request-Id", "c")).status(200);
            app.log().line("\"c\"").isPresent();
            Entry entry = app.log().entries().where("req.id", "a").only();
            entry.level().is("info");
            entry.message().is("done");
            entry.time().isAtLeast(before).isAtMost(System.currentTimeMillis());
            entry.at("pid").is(1);
            entry.at("req.nothing").isAbsent();
            entry.text().contains("\"msg\":\"done\"");
            app.log().entries().count().is(2);
            app.log().entries().plain().count().is(0);
            app.log().entries().atLeast("warn").count().is(0);
            app.log().neverSaid("hunter2");
        }
    }

    @Test
    default void aFailureShowsTheLinesItIsAbout() {
        try (var app = express(LOGGING)) {
            app.send(Request.get("/pino").header("X-Request-Id", "a")).status(200);
            app.get("/twice").status(200);
            app.log().line("again").isPresent();
            var twice = app.log().entries().where("reqId", "b");
            twice.each().getFirst().time().is(1_795_600_800_000L);
            var unmet = assertThrows(Unmet.class, () -> twice.count().is(1));
            assertEquals("lines of the log with reqId 'b': expected 1; seen 2", unmet.getMessage());
            assertEquals(
                    List.of("warn", "warn"),
                    shown(unmet).stream().map(Evidence.Log.Line::level).toList());
            var none = app.log().entries().where("reqId", "z");
            assertEquals(3, shown(assertThrows(Unmet.class, none::only)).size());
        }
    }

    @Test
    default void whatIsNoJsonIsTextAndASecretIsFoundInEither() {
        try (var app = express(LOGGING)) {
            app.get("/secret").status(200);
            app.log().line("\"text\"").isPresent();
            app.log().entries().plain().count().is(3);
            app.log().entries().plain().each().getFirst().level().isAbsent();
            app.log().entries().atLeast("error").only().at("err.message").is("not \"hunter2\"");
            app.log().neverSaid("hunter3");
            var unmet = assertThrows(Unmet.class, () -> app.log().neverSaid("\"hunter2\""));
            assertEquals(
                    "The log: expected that \"\"hunter2\"\" is never written; seen it in 1 line",
                    unmet.getMessage());
            assertEquals(1, shown(unmet).size());
            assertThrows(IllegalArgumentException.class, () -> app.log().neverSaid(""));
            assertThrows(IllegalArgumentException.class, () -> app.log().entries().atLeast("loud"));
        }
    }

    private static List<Evidence.Log.Line> shown(Unmet unmet) {
        return ((Evidence.Log) unmet.evidence().getFirst()).lines();
    }
}
