package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadServersTest {

    private static final String NOT_STARTED =
            "[greets FAILED, echoes BLOCKED, has-manifest PASSED]";

    private final Fixture fixture = new Fixture();

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void aSyntaxErrorIsSaidOnce() {
        CheckResult greets = notStarting("const = 1;");
        assertEquals(
                "The server ended with exit 1: SyntaxError: Unexpected token '='",
                greets.message());
        assertTrue(console(greets).err().startsWith("server.js:1\n"), greets::toString);
    }

    @Test
    void aServerThatExitsAtOnceIsSaidToHaveEnded() {
        assertEquals("The server ended with exit 0.", notStarting("process.exit(0);").message());
    }

    @Test
    void aServerThatThrowsAtStartShowsWhatItThrew() {
        assertEquals(
                "The server ended with exit 1: TypeError: no config",
                notStarting("throw new TypeError('no config');").message());
    }

    @Test
    void anEndlessLoopEndsByALimit() {
        CheckResult greets = notStarting("for (;;);");
        assertTrue(
                String.valueOf(greets.message())
                        .startsWith("The server never listened on the port"),
                greets::toString);
    }

    @Test
    void aServerThatListensElsewhereIsToldWhere() {
        CheckResult greets =
                notStarting(
                        "import { createServer } from 'node:http';"
                                + "const s = createServer().listen(0, '127.0.0.1',"
                                + " () => console.log('port ' + s.address().port));");
        String port = console(greets).out().strip().substring("port ".length());
        assertEquals(
                "The server never listened on the port it found in PORT; it listens on %s instead."
                        .formatted(port),
                greets.message());
    }

    @Test
    void aHundredMegabytesOfOutputAreCut() {
        CheckResult greets =
                notStarting(
                        "import { writeSync } from 'node:fs';"
                                + "for (let i = 0; i < 100; i++) writeSync(1, 'x'.repeat(1e6) + '\\n');");
        assertEquals("The server ended with a limit: it printed more than 4 MB.", greets.message());
        assertTrue(greets.truncated());
        assertTrue(console(greets).out().length() < 20_000);
    }

    /// Else a `writeSync` fails with EAGAIN whenever the judge reads more slowly than the server writes.
    @Test
    void standardOutputWaitsForItsReaderAsForBareNode() {
        CheckResult greets =
                notStarting(
                        "import { readFileSync } from 'node:fs';"
                                + "const flags = readFileSync('/proc/self/fdinfo/1', 'utf8').match(/flags:\\s*(\\d+)/)[1];"
                                + "console.log(parseInt(flags, 8) & 0o4000 ? 'fails when full' : 'waits when full');"
                                + "process.exit(3);");
        assertEquals("waits when full\n", console(greets).out());
    }

    @Test
    void hostileOutputIsHarmlessInTheReport() {
        CheckResult greets =
                notStarting(
                        "console.log('<script>alert(1)</script>\\x1b[31mred\\x1b[0m\\x00\\x07\\ud800');"
                                + "process.exit(3);");
        assertEquals("<script>alert(1)</script>red␀␇\uFFFD\n", console(greets).out());
    }

    @Test
    void aCrashDuringACheckIsToldWithItsLastWords() {
        Report report =
                fixture.judged(
                        "web/hello",
                        "server.js",
                        """
                        import { createServer } from 'node:http';
                        createServer((req, res) => {
                          if (req.method === 'POST') setImmediate(() => { throw new Error('boom'); });
                          else { console.log(req.method + ' ' + req.url); res.end('{"hello":"world"}'); }
                        }).listen(process.env.PORT);
                        """);
        ReportShape.holds(report);
        CheckResult echoes = Fixture.check(report, "echoes");
        assertEquals(Outcome.FAILED, echoes.outcome());
        assertEquals(
                "POST /echo: expected an answer; the server ended with exit 1: Error: boom.",
                echoes.message());
        assertEquals(
                List.of("http", "console"),
                echoes.evidence().stream().map(Evidence::kind).toList());
    }

    @Test
    void aServerThatAnswersNonsenseIsQuoted() {
        Report report =
                fixture.judged(
                        "web/hello",
                        "server.js",
                        """
                        import { createServer } from 'node:net';
                        createServer((socket) => {
                          socket.on('error', () => {}); // whoever only knocks may be gone before it is read
                          socket.end('hello <b>\\x1b[1mthere\\r\\n');
                        }).listen(process.env.PORT);
                        """);
        ReportShape.holds(report);
        CheckResult greets = Fixture.check(report, "greets");
        assertEquals(
                "GET /hello: expected an answer; the server answered with something that is no HTTP:"
                        + " “hello <b>there”.",
                greets.message());
    }

    @Test
    void aWrongStatusIsToldWithTheExchange() {
        Report report =
                fixture.judged(
                        "web/hello",
                        "server.js",
                        """
                        import { createServer } from 'node:http';
                        createServer((req, res) => { res.statusCode = 500; res.end('no'); }).listen(process.env.PORT);
                        """);
        CheckResult greets = Fixture.check(report, "greets");
        assertEquals("GET /hello: expected status 200; seen 500: no", greets.message());
        Evidence.Http http = (Evidence.Http) greets.evidence().getFirst();
        assertEquals(
                "curl -i --globoff --path-as-is \"http://127.0.0.1:$PORT\"/hello", http.repeat());
        assertEquals(500, http.status());
        assertFalse(greets.truncated());
    }

    @Test
    void aMissingFileIsTheLearnersFailure() {
        Report report = fixture.judged("web/hello", Fixture.files(Map.of()));
        assertEquals(NOT_STARTED, Fixture.outcomes(report).toString());
    }

    private CheckResult notStarting(String server) {
        Report report = fixture.judged("web/hello", "server.js", server);
        ReportShape.holds(report);
        assertEquals(NOT_STARTED, Fixture.outcomes(report).toString(), report::toString);
        return Fixture.check(report, "greets");
    }

    private static Evidence.Console console(CheckResult result) {
        return result.evidence().stream()
                .filter(Evidence.Console.class::isInstance)
                .map(Evidence.Console.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
