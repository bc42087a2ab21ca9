package dev.backwright.cli.shown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence.Http;
import dev.backwright.checks.Evidence.Wires;
import dev.backwright.checks.Evidence.Wires.Exchange;
import dev.backwright.checks.Evidence.Wires.Scene;
import dev.backwright.checks.Evidence.Wires.Step;
import dev.backwright.checks.Wire.Fate;
import dev.backwright.checks.Wire.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WiresTextTest {

    @Test
    void aRequestIsDrawnAsItsWayThroughAppCacheAndDatabase() {
        var scene =
                new Scene(
                        List.of(exchange(1, "/articles/1", 0, 6.3, false)),
                        List.of(
                                redis(1, "GET article:1", 1, "(nil)"),
                                step(
                                        2,
                                        "postgres",
                                        1,
                                        0,
                                        "select * from article where id = $1",
                                        2,
                                        Fate.DONE),
                                redis(3, "SET article:1 … EX 60", 4, "OK"),
                                redis(4, "GET article:1", 5, "x".repeat(50))),
                        0);

        assertEquals(
                """
                request 1: GET /articles/1
                request 1 ─► app ─┬─► redis     GET article:1                        (nil)                                  0.5 ms
                                  ├─► postgres  select * from article where id = $1  1 row                                  0.5 ms
                                  ├─► redis     SET article:1 … EX 60                OK                                     0.5 ms
                                  ├─► redis     GET article:1                        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…  0.5 ms
                                  └─◄ 503 after 6.3 ms
                again: curl /articles/1\
                """,
                WiresText.of(new Wires(List.of(scene), 0)));
    }

    @Test
    void requestsMadeTogetherShareADrawingWithTheirConnectionsAndTransactions() {
        var scene =
                new Scene(
                        List.of(exchange(1, "/a", 0, 10, false), exchange(2, "/b", 1, 10, true)),
                        List.of(
                                step(1, "postgres", 1, 1, "begin", 2, Fate.DONE),
                                step(2, "postgres", 2, 1, "begin", 3, Fate.DONE),
                                step(3, "postgres", 1, 1, "commit", 4, Fate.CUT_BEFORE),
                                step(4, "postgres", 2, 1, "commit", 5, Fate.DONE)),
                        0);

        assertEquals(
                """
                request 1: GET /a
                request 2: GET /b   the check failed at this one
                requests 1, 2 ─► app ─┬── request 1 begins
                                      ├── request 2 begins
                                      ├─► postgres 1  ┌ begin                                                 1 row          0.5 ms
                                      ├─► postgres 2  ┌ begin                                                 1 row          0.5 ms
                                      ├─╳ postgres 1  └ commit                                                never arrived
                                      │                 The judge cut the wire before it: the server never saw
                                      │                 this statement.
                                      ├─► postgres 2  └ commit                                                1 row          0.5 ms
                                      ├─◄ request 1: 503 after 10.0 ms
                                      └─◄ request 2: 503 after 10.0 ms
                again: curl /a
                again: curl /b\
                """
                        .lines()
                        .map(line -> line.replaceAll(" {3,}(\\d row|never)", "  $1"))
                        .toList(),
                WiresText.of(new Wires(List.of(scene), 0))
                        .lines()
                        .map(line -> line.replaceAll(" {3,}(\\d row|never)", "  $1"))
                        .toList());
    }

    @Test
    void theOtherRequestsAreOneLineEach() {
        var scenes =
                IntStream.rangeClosed(1, 20)
                        .mapToObj(i ->
                                new Scene(
                                        List.of(exchange(i, "/" + i, i * 10, 5, i == 20)),
                                        List.of(
                                                step(
                                                        i,
                                                        "postgres",
                                                        1,
                                                        0,
                                                        "select " + i,
                                                        i * 10 + 1,
                                                        Fate.DONE)),
                                        0))
                        .toList();

        String text = WiresText.of(new Wires(scenes, 3));

        assertTrue(
                text.startsWith(
                        "… 10 earlier ones left out\nrequest 8: GET /8, 503 after 5.0 ms, 1 statement"),
                text);
        assertTrue(text.contains("request 20: GET /20   the check failed at this one"), text);
        assertFalse(text.contains("select 19"), text);
        assertTrue(text.contains("select 20"), text);
    }

    @Test
    void whatIsSentOutsideOfAnyRequestIsSaidAndWhatIsLeftOutIsCounted() {
        var scene =
                new Scene(
                        List.of(),
                        List.of(
                                step(1, "postgres", 1, 0, "create table a ()", 1, Fate.DONE),
                                step(7, "postgres", 1, 0, "select 7", 2, Fate.UNANSWERED)),
                        5);

        String text = WiresText.of(new Wires(List.of(scene), 0));

        assertTrue(text.startsWith("app ─┬─► postgres  create table a ()"), text);
        assertTrue(text.contains("     ├·· 5 more left out"), text);
        assertTrue(text.contains("     └─? postgres  select 7"), text);
        var other = new Scene(List.of(exchange(1, "/", 9, 1, true)), List.of(), 0);
        assertTrue(
                WiresText.of(new Wires(List.of(scene, other), 0))
                        .startsWith("outside of any request, 7 statements"));
    }

    @Test
    void longStatementsAreShownInFullAndHostileTextActsOnNothing() {
        String evil = "select '\033[2J\u202e' " + "column, ".repeat(20) + "\0end";
        var scene =
                new Scene(
                        List.of(exchange(1, evil, 0, 9, true)),
                        List.of(step(1, evil, 1, 1, evil, 1, Fate.FAILED)),
                        0);

        String text = WiresText.of(new Wires(List.of(scene), 0));

        assertTrue(text.contains("␀end"), text);
        assertTrue(
                text.chars().noneMatch(c -> (c < 0x20 && c != '\n') || c == 0x7f || c == 0x202e),
                text);
    }

    private static Exchange exchange(
            int number, String target, double at, double millis, boolean failing) {
        var http =
                new Http(
                        "GET",
                        target,
                        List.of(),
                        "",
                        503,
                        List.of(),
                        "",
                        at,
                        millis,
                        null,
                        "curl " + target);
        return new Exchange(number, failing, http);
    }

    private static Step redis(int number, String text, double at, String answer) {
        return new Step(
                number,
                "redis",
                0,
                "",
                new Statement(1, 0, text, List.of(), 1, at, 0.5, Fate.DONE, "", answer));
    }

    private static Step step(
            int number,
            String wire,
            int connection,
            int transaction,
            String text,
            double at,
            Fate fate) {
        return new Step(
                number,
                wire,
                0,
                "",
                new Statement(connection, transaction, text, List.of(), 1, at, 0.5, fate, ""));
    }
}
