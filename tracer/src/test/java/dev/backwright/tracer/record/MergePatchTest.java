package dev.backwright.tracer.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergePatchTest {

    @Test
    void nothingThatHasNotChangedIsNamed() {
        var state = Map.<String, Object>of("a", 1, "b", Map.of("c", List.of("undefined")));
        assertEquals(
                Map.of(),
                MergePatch.between(state, Map.of("a", 1, "b", Map.of("c", List.of("undefined")))));
    }

    @Test
    void objectsAreMergedAndTheRestIsReplacedWhole() {
        assertEquals(
                Map.of("b", Map.of("d", List.of(2))),
                MergePatch.between(
                        Map.of("a", 1, "b", Map.of("c", 1, "d", List.of(1))),
                        Map.of("a", 1, "b", Map.of("c", 1, "d", List.of(2)))));
    }

    @Test
    void whatIsGoneIsNull() {
        var gone = new HashMap<String, Object>();
        gone.put("a", null);
        assertEquals(gone, MergePatch.between(Map.of("a", 1), Map.of()));
    }

    @Test
    void aThingThatGoesAndComesBackWithinAStepIsComparedWithWhatWasWritten() {
        var table = new Table();
        table.show(1, Map.of("old", 1, "same", 2));
        table.takeChanges();
        table.remove(1);
        table.show(1, Map.of("same", 2));
        var gone = new HashMap<String, Object>();
        gone.put("old", null);
        assertEquals(Map.of("1", gone), table.takeChanges());
    }
}
