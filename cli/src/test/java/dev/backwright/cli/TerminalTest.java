package dev.backwright.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void noColorIsHeard() {
        assertFalse(Terminal.welcomesColour(Map.of("NO_COLOR", "1", "TERM", "xterm")));
    }

    @Test
    void anEmptyNoColorSaysNothing() {
        assertTrue(Terminal.welcomesColour(Map.of("NO_COLOR", "", "TERM", "xterm")));
    }

    @Test
    void aDumbTerminalGetsNone() {
        assertFalse(Terminal.welcomesColour(Map.of("TERM", "dumb")));
    }
}
