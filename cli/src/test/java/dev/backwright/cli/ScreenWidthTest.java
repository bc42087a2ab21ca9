package dev.backwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenWidthTest {

    @ParameterizedTest
    @CsvSource({"24 80\\n, 80", "50 212, 212", "5 7, 40"})
    void itIsTheSecondWord(String said, int columns) {
        assertEquals(columns, ScreenWidth.of(said.replace("\\n", "\n")));
    }

    @ParameterizedTest
    @CsvSource({"0 0", "''", "stty: what?", "80"})
    void whatIsUnknownIsNoLimit(String said) {
        assertEquals(ScreenWidth.UNLIMITED, ScreenWidth.of(said));
    }
}
