package dev.backwright.cli.shown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\033[31mb", // colour
                "a\033[2J\033[Hb", // clear
                "a\033]0;title\007b", // title
                "a\033]8;;http://x\033\\b", // link
                "a\033]52;c;bGlua3M=\007b", // clipboard
                "a\u009b31mb", // CSI in one character
                "a\033Pq#0\033\\b", // device control
                "a\033(0b", // character set
                "a\033cb" // reset
            })
    void sequencesAreLeftOut(String raw) {
        assertEquals("ab", Plain.text(raw));
    }

    @Test
    void otherControlCharactersAreShown() {
        assertEquals("a␀b␇c␈d␡e␍", Plain.text("a\0b\007c\bd\177e\r"));
    }

    @Test
    void anUnfinishedSequenceDoesNotSurvive() {
        assertEquals("a", Plain.text("a\033["));
        assertEquals("a", Plain.text("a\033"));
    }

    @Test
    void nothingReordersALine() {
        assertEquals("a�b", Plain.text("a\u202eb"));
    }

    @Test
    void linesAndTabsStay() {
        assertEquals("a\n\tb\nc", Plain.text("a\n\tb\r\nc"));
    }

    @Test
    void oneLineStaysOneLine() {
        assertEquals("a␊b c", Plain.line("a\nb\tc"));
    }

    @Test
    void otherScriptsAndPicturesStay() {
        assertEquals("Привет 👩‍🚀 ✓", Plain.text("Привет 👩‍🚀 ✓"));
    }
}
