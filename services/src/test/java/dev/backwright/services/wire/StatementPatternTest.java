package dev.backwright.services.wire;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StatementPatternTest {

    @Test
    void patternsCareNeitherForCaseNorForWhiteSpace() {
        assertTrue(new StatementPattern("Update  account").matches("UPDATE\n\taccount set"));
        assertFalse(
                new StatementPattern("update account")
                        .matches("update accounting".substring(0, 12)));
    }
}
