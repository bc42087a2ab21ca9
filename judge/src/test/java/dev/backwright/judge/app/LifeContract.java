package dev.backwright.judge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backwright.checks.App;
import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request;
import dev.backwright.checks.Unmet;
import dev.backwright.judge.seen.Origin;
import dev.backwright.sandbox.Wire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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

    String ASKING =
            """
            import { createServer } from 'node:http';
            import { connect } from 'node:net';
            createServer((req, res) => connect(process.env.SERVICE_PORT, '127.0.0.1').pipe(res))
              .listen(process.env.PORT);
            """;

    String ALONE =
            """
            import { createServer } from 'node:http';
            import { connect } from 'node:net';
            connect(process.env.SERVICE_PORT, '127.0.0.1').on('data', (said) => {
              if (String(said) !== 'call 1') throw new Error('taken');
              createServer((req, res) => res.end()).listen(process.env.PORT);
            });
            """;

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
    default void aServerThatLoadsForLongIsWaitedFor() {
        long patience = Boot.PATIENCE.toMillis();
        String slow = "await new Promise((done) => setTimeout(done, %d));".formatted(patience);
        try (var app = app(slow + listening("app.get('/', (req, res) => res.send('there'));"))) {
            app.get("/").body().is("there");
        }
    }

    @Test
    default void aRequestInFlightIsAnsweredByAServerThatStopsWell() {
        try (var app = app(listening(GRACEFUL))) {
            var slow = app.begin(Request.get("/slow"));
            app.log().line("begun").isPresent();
            slow.answered().is(false);
            assertEquals("The server has not answered yet", onlyExchange(app).problem());
            app.listens().is(true);
            app.signal("SIGTERM");
            app.stopsListening().is(true);
            slow.reply().status(200).body().is("done");
            slow.answered().is(true);
            assertEquals("done", onlyExchange(app).replyBody());
            app.exit().is(7);
            app.listens().is(false);
        }
    }

    private static Evidence.Http onlyExchange(LearnersApp app) {
        List<Evidence.Http> all = Servers.exchanges(app);
        assertEquals(1, all.size());
        return all.getFirst();
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
            assertEquals(Servers.exchanges(app), unmet.evidence());
            app.exit().is(143);
        }
    }

    @Test
    default void aServerThatGoesOnHasNoExitCode() {
        try (var app = app(listening("process.on('SIGTERM', () => console.log('no'));"))) {
            app.signal("SIGTERM");
            app.log().line("no").isPresent();
            var unmet = assertThrows(Unmet.class, app::exit);
            assertEquals("The server did not end within 5 s.", unmet.getMessage());
            app.stopsListening().is(false);
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
            assertEquals(
                    List.of("node server.js", "node server.js # process 2"), consoles(app, other));
        }
    }

    /// The commands of the processes, once both have said something.
    private static List<String> consoles(App... processes) {
        for (App each : processes) {
            each.signal("SIGHUP");
            each.log().line("reloaded").isPresent();
        }
        return ((LearnersApp) processes[0])
                .evidence().stream()
                        .filter(Evidence.Console.class::isInstance)
                        .map(each -> ((Evidence.Console) each).command())
                        .toList();
    }

    @Test
    default void anotherProcessReachesTheSameServices() {
        try (var app = LearnersApp.start(boot(ASKING, counting()), new Origin())) {
            app.get("/").body().is("call 1");
            app.another().get("/").body().is("call 2");
            app.get("/").body().is("call 3");
        }
    }

    @Test
    default void anotherProcessThatDoesNotStartFailsTheCheck() {
        try (var app = LearnersApp.start(boot(ALONE, counting()), new Origin())) {
            var unmet = assertThrows(Unmet.class, app::another);
            assertEquals(
                    "Another process of the server did not start. The server ended with exit 1: Error: taken",
                    unmet.getMessage());
            app.get("/").status(200);
        }
    }

    @Test
    default void anotherProcessHasVariablesOfItsOwnAndKeepsThem() {
        var level = "res.end(String(process.env.LOG_LEVEL) + (process.env.PORT > 0))";
        try (var app = answering(level)) {
            var other = app.another(Map.of("LOG_LEVEL", "debug", "PORT", "0"));
            other.get("/").body().is("debugtrue");
            other.restart();
            other.get("/").body().is("debugtrue");
            app.get("/").body().is("undefinedtrue");
        }
    }

    private static Wire counting() {
        var calls = new AtomicInteger();
        return new Wire.Outward(
                "SERVICE_PORT",
                (host, port) -> String.valueOf(port),
                connection ->
                        connection.write(
                                StandardCharsets.UTF_8.encode("call " + calls.incrementAndGet())));
    }

    @Test
    default void noProcessIsStartedWhenTheCheckIsOver() {
        var app = app(listening(GRACEFUL));
        app.close();
        assertThrows(IllegalStateException.class, app::another);
        assertThrows(IllegalStateException.class, app::restart);
        app.listens().is(false);
    }
}
