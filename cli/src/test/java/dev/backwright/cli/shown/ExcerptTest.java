package dev.backwright.cli.shown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void shortTextsStayAsTheyAre() {
        assertEquals("one\ntwo", Excerpt.beginning("one\ntwo"));
        assertEquals("one\ntwo", Excerpt.ends("one\ntwo"));
        assertEquals("", Excerpt.ends(""));
    }

    @Test
    void ofALogTheEndIsKeptAndALittleOfTheBeginning() {
        String text = Excerpt.ends(lines(100));

        assertTrue(text.startsWith("1\n2\n"), text);
        assertTrue(text.contains("\n… 76 lines left out; --json has them …\n"), text);
        assertTrue(text.endsWith("\n99\n100"), text);
    }

    @Test
    void ofAFileTheBeginningIsKept() {
        assertTrue(Excerpt.beginning(lines(30)).endsWith("\n24\n… 6 more lines; --json has them"));
    }

    @Test
    void aCharacterIsNeverHalved() {
        String text = Excerpt.line("🐢".repeat(1_200));

        assertTrue(text.startsWith("🐢".repeat(1_000) + "… 200 more characters"), text);
    }

    private static String lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining("\n"));
    }
}
