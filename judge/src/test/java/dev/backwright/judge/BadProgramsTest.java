package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.judge.Report.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadProgramsTest {

    private static final String ONCE = "[adds FAILED, adds-nothing BLOCKED, prints FAILED]";

    private final Fixture fixture = new Fixture();

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void aSyntaxErrorIsSaidOnce() {
        String said = notLoading("export function sum( {");
        assertTrue(said.contains("SyntaxError"), said);
    }

    @Test
    void anExitWhileLoadingIsSaidOnce() {
        String said = notLoading("process.exit(0);");
        assertTrue(said.contains("exit"), said);
    }

    @Test
    void anEndlessLoopIsSaidOnce() {
        String said = notLoading("for (;;);");
        assertTrue(said.contains("sum.js"), said);
    }

    private String notLoading(String sum) {
        Report report = fixture.judged("javascript/values", "sum.js", sum);
        ReportShape.holds(report);
        assertEquals(ONCE, Fixture.outcomes(report).toString(), report::toString);
        var adds = Fixture.check(report, "adds");
        assertEquals(Outcome.FAILED, adds.outcome());
        return String.valueOf(adds.message());
    }
}
