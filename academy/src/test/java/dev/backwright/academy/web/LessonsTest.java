package dev.backwright.academy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class LessonsTest {

    @Test
    void codeHasItsColours() {
        assertEquals("k:const| a = |f:once|(|n:1|);|c:// x", cut("js", "const a = once(1);// x"));
        assertEquals(
                "k:select| id |k:from| t |k:where| x = |n:$1",
                cut("sql", "select id from t where x = $1"));
    }

    private static String cut(String language, String code) {
        return Code.words(language, code).stream()
                .map(word ->
                        word.style().isEmpty() ? word.text() : word.style() + ":" + word.text())
                .collect(Collectors.joining("|"));
    }

    @Test
    void htmlInALessonIsText() {
        var html =
                Lessons.of(
                                "# T\n\n<b>x</b> [a](javascript:alert(1))\n\n<script>1</script>\n",
                                name -> "")
                        .html();
        assertTrue(html.contains("&lt;b&gt;x&lt;/b&gt;"), html);
        assertFalse(html.contains("<script>") || html.contains("javascript:"), html);
        assertFalse(html.contains("<h1") || html.contains(">T<"), html);
    }

    @Test
    void anEmptyBlockThatNamesAFileIsFilledFromIt() {
        var html =
                Lessons.of(
                                "```js file=a.js run\n```\n",
                                name -> name.equals("a.js") ? "let a = 1;" : "")
                        .html();
        assertTrue(html.contains("<span class=\"k\">let</span> a = "), html);
    }

    @Test
    void whatPlaysHasAButtonAndTheRestHasNone() {
        var html = Lessons.of("```js file=a.js run\n1\n```\n\n```js play\n2\n```\n", name -> "");
        assertFalse(html.html().contains("data-snippet"), html.html());
        var played = Lessons.of("```js file=a.js run play\n1\n```\n", name -> "").html();
        assertTrue(played.contains("data-snippet=\"a.js\""), played);
    }

    @Test
    void aQuestionWithoutItsAnswerIsRefused() {
        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                Lessons.of(
                                        "```predict\nask: a\nchoices: [b, c]\nanswer: 3\nwhy: d\n```\n",
                                        name -> ""));
        assertEquals("predict: the answer is none of the choices: a", refused.getMessage());
    }
}
