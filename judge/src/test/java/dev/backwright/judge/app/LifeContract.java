package dev.backwright.judge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request;
import dev.backwright.checks.Unmet;
import java.util.List;
import org.junit.jupiter.api.Test;

interface LifeContract extends Servers {

    String GRACEFUL =
            """
            let go;
            const held = new Promise((done) => { go = done; });
            app.get('/slow', async (req, res) => { console.log('begun'); await held; res.send('done'); });
            app.get('/quick', (req, res) => res.send('' + process.pid));
            process.on('SIGHUP', () => console.log('reloaded'));
            process.on('SIGTERM', () => {
              console.log('stopping');
              listening.close(() => process.exit(7));
              setTimeout(go, 200);
            });
            """;

    String ABRUPT = "app.get('/slow', () => console.log('begun'));";

    private String listening(String routes) {
        return """
        import express from 'express';
        const app = express();
        %s
        const listening = app.listen(process.env.PORT);
        """
                .formatted(routes);
    }

    @Test
    default void aRequestInFlightIsAnsweredByAServerThatStopsWell() {
        try (var app = app(listening(GRACEFUL))) {
            var slow = app.begin(Request.get("/slow"));
            app.log().line("begun").isPresent();
            slow.answered().is(false);
            app.listens().is(true);
            app.signal("SIGTERM");
            app.stopsListening().is(true);
            slow.reply().status(200).body().is("done");
            slow.answered().is(true);
            app.exit().is(7);
            app.listens().is(false);
        }
    }

    @Test
    default void aRequestInFlightIsLostWithAServerThatJustEnds() {
        try (var app = app(listening(ABRUPT))) {
            var slow = app.begin(Request.get("/slow"));
            app.log().line("begun").isPresent();
            app.signal("SIGTERM");
            var unmet = assertThrows(Unmet.class, slow::reply);
            assertEquals(
                    "GET /slow: expected an answer; the server ended with signal SIGTERM.",
                    unmet.getMessage());
            app.exit().is(143);
        }
    }

    @Test
    default void otherSignalsArriveToo() {
        try (var app = app(listening(GRACEFUL))) {
            app.signal("SIGHUP");
            app.log().line("reloaded").isPresent();
            assertThrows(IllegalArgumentException.class, () -> app.signal("SIGSTOP"));
            app.signal("SIGKILL");
            app.exit().is(137);
        }
    }

    @Test
    default void severalProcessesOfOneServerRunSideBySide() {
        try (var app = app(listening(GRACEFUL))) {
            var other = app.another();
            var pid = app.get("/quick").status(200).body().raw();
            app.get("/quick").body().is(pid);
            other.signal("SIGKILL");
            other.exit().is(137);
            app.get("/quick").status(200);
            other.restart();
            other.get("/quick").status(200);
            assertEquals(
                    List.of(1, 1, 1, 2),
                    Servers.exchanges(app).stream()
                            .map(Evidence.Http::via)
                            .map(via -> via == null ? 0 : via.instance())
                            .toList());
        }
    }
}
