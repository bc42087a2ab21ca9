package dev.backwright.judge.app.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Unmet;
import dev.backwright.sandbox.Output;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"level\":10} | trace",
                "{\"level\":35} | info",
                "{\"level\":60} | fatal",
                "{\"level\":1e300} | fatal",
                "{\"level\":\"INFO\"} | info",
                "{\"level\":\"\\u001b[32minfo\\u001b[39m\"} | info",
                "{\"level\":\"warning\"} | warn",
                "{\"log.level\":\"err\"} | error",
                "{\"log\":{\"level\":\"debug\"}} | debug",
                "{\"severity\":\"audit\"} | audit"
            })
    void itsLevelHasAName(String text, String level) {
        assertEquals(Optional.of(level), line(text).level().map(Level::name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"level\":3}", "{\"level\":null}", "{\"level\":{}}", "{}", "level"})
    void orItHasNone(String text) {
        assertEquals(Optional.empty(), line(text).level());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"time\":1795600800000}",
                "{\"ts\":1795600800.0}",
                "{\"@timestamp\":\"2026-11-25T10:00:00Z\"}",
                "{\"timestamp\":\"2026-11-25T11:00:00.000+01:00\"}"
            })
    void itsTimeIsAMoment(String text) {
        assertEquals(Optional.of(1_795_600_800_000L), line(text).time());
    }

    @Test
    void aTimeThatIsNoneIsAbsent() {
        assertEquals(Optional.empty(), line("{\"time\":\"noon\"}").time());
        assertEquals(Optional.empty(), line("{\"time\":true}").time());
    }

    @Test
    void whatCannotBeParsedIsText() {
        for (String text :
                new String[] {
                    "{",
                    "{\"a\":1} {\"b\":2}",
                    "[1]",
                    "{\"a\":".repeat(5_000),
                    "{\"a\":\"" + "x".repeat(70_000) + "\"}",
                    "{\"a\":" + "9".repeat(5_000) + "}"
                }) {
            assertTrue(line(text).isPlain(), text.substring(0, Math.min(20, text.length())));
        }
        assertFalse(line(" {\"a\":1}").isPlain());
    }

    @Test
    void aSecretIsFoundInNamesAndValues() {
        assertTrue(line("{\"a\":[{\"b\":\"x\\u0022y\"}]}").says("x\"y"));
        assertTrue(line("{\"x\\u0022y\":1}").says("x\"y"));
        assertFalse(line("{\"a\":1}").says("2"));
    }

    @Test
    void moreThanAnybodyReadsFailsTheCheck() {
        var lines = Collections.nCopies(10_001, new Output.Line(false, "{}"));
        assertEquals(
                "The log: expected at most 10,000 lines; seen 10,001",
                assertThrows(Unmet.class, () -> SeenEntries.of(lines)).getMessage());
    }

    private static LogLine line(String text) {
        return LogLine.of(new Output.Line(false, text));
    }
}
