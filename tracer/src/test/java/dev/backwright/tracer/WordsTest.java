package dev.backwright.tracer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @Test
    void aFileAloneIsRun() throws Exception {
        assertEquals(new Words(false, Words.STEPS, "a.mjs", List.of()), Words.of("a.mjs"));
    }

    @Test
    void optionsStandBeforeOrBehindTheFile() throws Exception {
        var both = new Words(true, 50, "a.mjs", List.of("x"));
        assertEquals(both, Words.of("--json", "--steps", "50", "a.mjs", "x"));
        assertEquals(both, Words.of("a.mjs", "x", "--steps", "50", "--json"));
    }

    @Test
    void behindTwoDashesAllIsTheProgramsOwn() throws Exception {
        assertEquals(
                new Words(false, Words.STEPS, "a.mjs", List.of("--json")),
                Words.of("a.mjs", "--", "--json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--json",
                "--fast a.mjs",
                "--steps a.mjs",
                "--steps 0 a.mjs",
                "--steps 9999999 a.mjs",
                "a.mjs --steps"
            })
    void whatMakesNoSenseIsSaid(String words) {
        var all = words.isEmpty() ? new String[0] : words.split(" ");
        assertThrows(Words.Misused.class, () -> Words.of(all));
    }
}
