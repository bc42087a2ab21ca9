package dev.backwright.tracer.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.oracle.truffle.api.source.Source;
import org.junit.jupiter.api.Test;

class SpanTest {

    @Test
    void whatHasAHeadIsShownWithoutItsBody() {
        assertEquals("for (const x of f(')'))", shown("for (const x of f(')')) { go(x); }"));
        assertEquals("if (a /* ) */ > b)", shown("if (a /* ) */ > b) c();"));
        assertEquals("class A extends B", shown("class A extends B { m() {} }"));
    }

    @Test
    void semicolonsAndOuterParenthesesAreLeftOut() {
        assertEquals("await x", shown("(await x)"));
        assertEquals("a = 1", shown("a = 1;"));
        assertEquals("(a)(b)", shown("(a)(b)"));
    }

    @Test
    void aConciseBodyBeginsAfterItsArrow() {
        assertEquals("a + b", body("(a, b) => a + b"));
        assertEquals("c => d", body("async (a = () => '=>') => c => d"));
        assertEquals("{ x: 1 }", body("() => ({ x: 1 })"));
    }

    @Test
    void aFunctionsHeaderEndsBeforeItsBody() {
        assertEquals(
                "async function f(a, { b } = {})", header("async function f(a, { b } = {}) { }"));
        assertEquals("x =>", header("x => { return x }"));
        assertEquals("get [key]()", header("get [key]() { }"));
    }

    private static String shown(String text) {
        return cut(text, Span.of(0, source(text).createSection(1, text.length())));
    }

    private static String body(String text) {
        return cut(text, Span.ofConciseBody(0, source(text).createSection(1, text.length())));
    }

    private static String header(String text) {
        return cut(text, Span.ofHeader(0, source(text).createSection(1, text.length())));
    }

    /// With something around it, as it stands in a file.
    private static Source source(String text) {
        return Source.newBuilder("js", ";" + text + "\n", "test.js").build();
    }

    private static String cut(String text, Span span) {
        return (";" + text + "\n").substring(span.from(), span.to());
    }
}
