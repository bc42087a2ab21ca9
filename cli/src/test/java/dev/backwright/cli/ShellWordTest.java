package dev.backwright.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

    @ParameterizedTest
    @ValueSource(strings = {"my work", "it's", "$(touch x)", "a;b", "*", "~", "", "\"", "\\", "ü"})
    void aShellTakesItForOneWord(String text) throws Exception {
        Process shell =
                new ProcessBuilder("sh", "-c", "printf %s " + ShellWord.of(text))
                        .redirectErrorStream(true)
                        .start();

        assertEquals(text, new String(shell.getInputStream().readAllBytes(), UTF_8));
    }

    @Test
    void whatMeansNothingToAShellStaysAsItIs() {
        assertEquals("../up/closures-2", ShellWord.of("../up/closures-2"));
    }
}
