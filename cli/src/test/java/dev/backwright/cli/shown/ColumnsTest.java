package dev.backwright.cli.shown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void cellsStandBelowTheirHead() {
        assertEquals(
                """
                call    seen
                next()  1
                """,
                columns("next()", "1").text(80));
    }

    @Test
    void theWidestColumnGivesWay() {
        assertEquals(
                """
                call                            seen
                quote('olive oil', 'three',     [ 1, 2 ]
                'at night')
                """,
                columns("quote('olive oil', 'three', 'at night')", "[ 1, 2 ]").text(40));
    }

    @Test
    void nothingIsLeftOutHoweverNarrowItIs() {
        String word = "x".repeat(100);

        String text = columns(word, word).text(10);

        assertEquals(200, text.chars().filter(c -> c == 'x').count());
        assertTrue(text.lines().allMatch(line -> line.length() <= 34), text);
    }

    private static Columns columns(String call, String seen) {
        var columns = new Columns("call", "seen");
        columns.row(call, seen);
        return columns;
    }
}
