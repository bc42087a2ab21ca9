package dev.backwright.cli.shown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HttpTextTest {

    @Test
    void theLastIsWholeAndThoseBeforeAreALineEach() {
        assertEquals(
                """
                POST /notes {} ← 201
                → POST /notes
                  Accept: */*
                  {}
                ← 500 after 3 ms
                  boom
                again: curl /notes\
                """,
                HttpText.of(List.of(post("{}", 201), post("{}", 500))));
    }

    @Test
    void thoseThatAreAlikeAreOneLine() {
        var all = new ArrayList<Evidence.Http>();
        IntStream.range(0, 25).forEach(i -> all.add(post("{}", 409)));
        all.add(post("{\"n\":1}", 201));

        assertTrue(HttpText.of(all).startsWith("25 × POST /notes {} ← 409\n"), HttpText.of(all));
    }

    @Test
    void theEarliestAreLeftOutFirst() {
        List<Evidence.Http> all = IntStream.range(0, 50).mapToObj(i -> post("" + i, 201)).toList();

        String text = HttpText.of(all);

        assertTrue(
                text.startsWith("… 37 exchanges before; --json has them\nPOST /notes 37 "), text);
        assertTrue(text.contains("  49\n← 201"), text);
    }

    @Test
    void ofALongBodyTheBeginningIsShownAndHowMuchIsLeftOut() {
        String text = HttpText.whole(post("a".repeat(10_000), 413));

        assertTrue(
                text.contains("  " + "a".repeat(1_000) + "… 9,000 more characters; --json"), text);
        assertTrue(text.length() < 1_500, text);
    }

    @Test
    void aCommandTooLongToBePastedIsOnlySpokenOf() {
        assertEquals(
                "again: by a curl command of 2,000 characters, which --json has",
                HttpText.again("x".repeat(2_000)));
    }

    @Test
    void whatCameInsteadOfAnAnswerIsSaid() {
        Evidence.Http none = exchange("{}", 0, "The server ended with exit 1");

        String text = HttpText.of(List.of(none, none));

        assertEquals(2, text.split("← The server ended with exit 1", -1).length - 1, text);
        assertFalse(text.contains("← 0"), text);
    }

    private static Evidence.Http post(String body, int status) {
        return exchange(body, status, null);
    }

    private static Evidence.Http exchange(
            String body, int status, @org.jspecify.annotations.Nullable String problem) {
        return new Evidence.Http(
                "POST",
                "/notes",
                List.of(new Request.Header("Accept", "*/*")),
                body,
                status,
                List.of(),
                status == 500 ? "boom" : "",
                0,
                3,
                problem,
                "curl /notes");
    }
}
