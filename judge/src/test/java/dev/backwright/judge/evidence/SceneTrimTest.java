package dev.backwright.judge.evidence;

import static dev.backwright.judge.evidence.Drawn.request;
import static dev.backwright.judge.evidence.Drawn.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Evidence.Http;
import dev.backwright.checks.Evidence.Wires;
import dev.backwright.checks.Evidence.Wires.Step;
import dev.backwright.checks.Wire.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SceneTrimTest {

    @Test
    void whatFitsIsKeptWhole() {
        var wires =
                Scenes.of(List.of(request("/a", 0, 9)), List.of(step("select 1", 1)), List.of());
        assertEquals(new Trim.Kept(List.of(wires), false), Trim.of(List.of(wires)));
    }

    @Test
    void theSceneTheCheckFailedAtIsKeptFirstWhereverItStands() {
        List<Http> requests = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            requests.add(request("/" + i, i * 10, 5));
            steps.add(step("select " + "x".repeat(900), i * 10 + 1));
            steps.add(step("select " + "x".repeat(900), i * 10 + 2));
        }
        Http failed = requests.get(7);
        Trim.Kept kept = Trim.of(List.of(Scenes.of(requests, steps, List.of((Evidence) failed))));
        Wires wires = (Wires) kept.evidence().getFirst();
        assertTrue(kept.truncated());
        assertEquals("/7", wires.scenes().getFirst().requests().getFirst().http().target());
        assertEquals(2, wires.scenes().getFirst().steps().size());
        assertEquals("/99", wires.scenes().getLast().requests().getFirst().http().target());
        assertEquals(100 - wires.scenes().size(), wires.leftOut());
        assertTrue(wires.leftOut() > 0);
    }

    @Test
    void whatTheServerPrintedStillHasRoom() {
        List<Http> requests =
                IntStream.range(0, 90).mapToObj(i -> request("/" + i, i * 10, 5)).toList();
        List<Step> steps =
                IntStream.range(0, 900)
                        .mapToObj(i -> step("select " + "x".repeat(900), i))
                        .toList();
        var console = new Evidence.Console("npm start", "printed", "", "");
        Trim.Kept kept = Trim.of(List.of(Scenes.of(requests, steps, List.of()), console));
        assertEquals(console, kept.evidence().getLast());
    }

    @Test
    void ofALongSceneBeginningAndEndAndWhatWentWrongAreKept() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            steps.add(
                    step(
                            "postgres",
                            1,
                            0,
                            "s" + i,
                            1 + i / 1_000.0,
                            i == 500 ? Fate.FAILED : Fate.DONE));
        }
        Trim.Kept kept = Trim.of(List.of(Scenes.of(List.of(request("/", 0, 9)), steps, List.of())));
        var scene = ((Wires) kept.evidence().getFirst()).scenes().getFirst();
        List<String> texts = scene.steps().stream().map(it -> it.statement().text()).toList();
        assertTrue(kept.truncated());
        assertEquals(1_000, texts.size() + scene.leftOut());
        assertTrue(texts.containsAll(List.of("s0", "s50", "s500", "s999")), texts::toString);
        assertFalse(texts.contains("s400"));
    }

    @Test
    void hostileTextIsCleanedAndCut() {
        var step = step("select '\u001B[2J\u202E' " + "x".repeat(20_000), 1);
        Trim.Kept kept =
                Trim.of(List.of(Scenes.of(List.of(request("/", 0, 9)), List.of(step), List.of())));
        String text =
                ((Wires) kept.evidence().getFirst())
                        .scenes()
                        .getFirst()
                        .steps()
                        .getFirst()
                        .statement()
                        .text();
        assertTrue(text.startsWith("select '\\u{202e}'"), text);
        assertTrue(text.length() < 5_000);
        assertTrue(kept.truncated());
    }
}
