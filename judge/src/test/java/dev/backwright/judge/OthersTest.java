package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.sandbox.People;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A judge for other people's programs.
class OthersTest {

    private @TempDir Path home = Path.of("");

    private JudgeSettings plain() {
        return JudgeSettings.of(Fixture.COURSE, Fixture.TOOLBOX, home)
                .withReady(0)
                .withIsolation("process");
    }

    @Test
    void itDoesNotStartOnPlainProcesses() {
        var refusal = assertThrows(JudgeException.class, () -> Judge.open(plain().forOthers()));
        String says = String.valueOf(refusal.getMessage());
        assertTrue(says.contains("not run as plain processes"), says);
        assertTrue(says.contains("backwright.accept-weak-isolation=true"), says);
    }

    @Test
    void nothingToldMeansOneself() {
        assertEquals(People.ONESELF, plain().asThisProcessWasTold().people());
    }

    @Test
    void whatItWasToldIsReadOrRefused() {
        try {
            System.setProperty(People.SETTING, "others");
            assertEquals(People.OTHERS, plain().asThisProcessWasTold().people());
            System.setProperty(People.SETTING, "all");
            assertThrows(JudgeException.class, () -> plain().asThisProcessWasTold());
        } finally {
            System.clearProperty(People.SETTING);
        }
    }
}
