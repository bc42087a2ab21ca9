package dev.backwright.sandbox;

import static dev.backwright.sandbox.Given.bytes;
import static dev.backwright.sandbox.Given.command;
import static dev.backwright.sandbox.Given.outcome;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every sandbox promises about a process that is started before its files are known.
@Timeout(120)
interface AheadContract {

    /// Waits for a word on descriptor 3, then shows the work folder.
    Launch WAITING =
            command(
                            "node",
                            "-e",
                            """
                            const fs = require('fs');
                            fs.readSync(3, Buffer.alloc(1));
                            for (const name of fs.readdirSync('.', { recursive: true }).sort())
                              console.log(name, fs.statSync(name).isFile() ? fs.readFileSync(name, 'utf8') : '');
                            """)
                    .withFile("before", "1")
                    .withControl();

    Sandbox sandbox();

    @Test
    default void filesDeliveredLateAreThereBesidesThoseBefore() throws Exception {
        try (var ahead = sandbox().ahead(WAITING)) {
            var running =
                    ahead.deliver(
                            new TreeMap<>(Map.of("main.js", bytes("2"), "deep/x", bytes("3"))));
            running.controlOut().write(1);
            running.controlOut().flush();
            assertEquals(new Outcome.Exited(0), outcome(running), running.output().err());
            assertEquals("before 1\ndeep \ndeep/x 3\nmain.js 2\n", running.output().out());
        }
    }

    /// The keeper's answer and what bubblewrap tells of itself come over one pipe.
    @Test
    default void filesMayComeWhileItStillStarts() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (var ahead = sandbox().ahead(WAITING)) {
                var running = ahead.deliver(new TreeMap<>(Map.of("x", bytes("3"))));
                running.controlOut().write(1);
                running.controlOut().flush();
                assertEquals(new Outcome.Exited(0), outcome(running), running.output().err());
            }
        }
    }

    @Test
    default void filesAreDeliveredOnce() {
        try (var ahead = sandbox().ahead(WAITING)) {
            ahead.deliver(new TreeMap<>());
            assertThrows(IllegalStateException.class, () -> ahead.deliver(new TreeMap<>()));
        }
    }

    @Test
    default void theClockStartsWithTheFiles() throws Exception {
        var limits = Given.LIMITS.withWall(Duration.ofMillis(300));
        try (var ahead = sandbox().ahead(WAITING.withLimits(limits))) {
            Thread.sleep(900);
            assertTrue(ahead.isAlive());
            var running = ahead.deliver(new TreeMap<>());
            assertInstanceOf(Outcome.TimedOut.class, outcome(running));
            assertFalse(ahead.isAlive());
        }
    }

    @Test
    default void closingEndsWhatStillWaits() throws Exception {
        var ahead = sandbox().ahead(WAITING);
        ahead.close();
        assertFalse(ahead.isAlive());
    }
}
