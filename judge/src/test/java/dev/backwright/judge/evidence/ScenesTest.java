package dev.backwright.judge.evidence;

import static dev.backwright.judge.evidence.Drawn.request;
import static dev.backwright.judge.evidence.Drawn.step;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Evidence.Http;
import dev.backwright.checks.Evidence.Wires.Step;
import dev.backwright.checks.Wire.Fate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenesTest {

    @Test
    void aStatementBelongsToTheRequestItCameDuring() {
        assertScenes(
                List.of(request("/a", 10, 5), request("/b", 20, 5)),
                List.of(step("one", 11), step("two", 14), step("three", 21)),
                "/a: one, two",
                "/b: three");
    }

    @Test
    void whatIsSentOutsideOfAnyRequestIsToldApart() {
        assertScenes(
                List.of(request("/a", 10, 5), request("/b", 20, 5)),
                List.of(
                        step("migrate", 1),
                        step("select", 12),
                        step("commit late", 16),
                        step("house", 26)),
                "-: migrate",
                "/a: select",
                "-: commit late",
                "/b: ",
                "-: house");
    }

    @Test
    void requestsUnderWayTogetherAreOneScene() {
        assertScenes(
                List.of(
                        request("/c", 30, 1),
                        request("/b", 12, 10),
                        request("/a", 10, 5),
                        request("/d", 15, 5)),
                List.of(step("one", 11), step("two", 13), step("three", 21), step("four", 30.5)),
                "/a /b /d: one, two, three",
                "/c: four");
    }

    @Test
    void aRequestInsideALongerOneDoesNotEndItsScene() {
        assertScenes(
                List.of(request("/slow", 0, 100), request("/quick", 10, 1)),
                List.of(step("late", 60)),
                "/slow /quick: late");
    }

    @Test
    void statementsOfAllWiresStandByTime() {
        assertScenes(
                List.of(request("/a", 0, 50)),
                List.of(
                        step("select", 7),
                        step("commit", 9),
                        step("redis", 1, 0, "GET a", 3, Fate.DONE),
                        step("redis", 1, 0, "SET a", 12, Fate.CUT_AFTER)),
                "/a: GET a, select, commit, SET a");
    }

    @Test
    void twoTransactionsStayInterleavedAsTheyWere() {
        assertScenes(
                List.of(request("/a", 0, 50), request("/b", 1, 50)),
                List.of(
                        step("postgres", 1, 1, "begin", 2, Fate.DONE),
                        step("postgres", 1, 1, "update", 4, Fate.DONE),
                        step("postgres", 2, 1, "begin 2", 3, Fate.DONE),
                        step("postgres", 2, 1, "update 2", 5, Fate.CUT_BEFORE)),
                "/a /b: begin, begin 2, update, update 2");
    }

    @Test
    void withoutRequestsThereIsOneScene() {
        assertScenes(List.of(), List.of(step("one", 1), step("two", 2)), "-: one, two");
        assertScenes(List.of(), List.of());
    }

    @Test
    void theRequestTheCheckFailedAtIsMarked() {
        Http failed = request("/b", 20, 5);
        var wires =
                Scenes.of(
                        List.of(request("/a", 10, 5), failed),
                        List.of(),
                        List.of((Evidence) failed));
        assertEquals(List.of("/a: ", "!/b: "), Drawn.lines(wires.scenes()));
    }

    @Test
    void requestsAndStatementsAreNumberedByTime() {
        var wires =
                Scenes.of(
                        List.of(request("/b", 20, 5), request("/a", 10, 5)),
                        List.of(step("late", 21), step("early", 1)),
                        List.of());
        assertEquals(1, wires.scenes().getFirst().steps().getFirst().number());
        assertEquals(1, wires.scenes().get(1).requests().getFirst().number());
        assertEquals(2, wires.scenes().getLast().requests().getFirst().number());
        assertEquals(2, wires.scenes().getLast().steps().getFirst().number());
    }

    private static void assertScenes(List<Http> requests, List<Step> steps, String... lines) {
        var wires = Scenes.of(requests, steps, List.of());
        assertEquals(List.of(lines), Drawn.lines(wires.scenes()));
        assertEquals(0, wires.leftOut());
    }
}
