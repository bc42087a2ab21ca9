package dev.backwright.judge.project;

import static dev.backwright.judge.project.Projects.unmet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import dev.backwright.sandbox.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Commands one after another in a working copy.
interface CommandContract extends Projects {

    @Test
    default void commandsShareAWorkingCopy() {
        try (var open = open("a.txt", "one")) {
            var project = open.project();
            project.run(
                            "node",
                            "-e",
                            "fs.writeFileSync('b.txt', fs.readFileSync('a.txt') + ' two')")
                    .exit()
                    .is(0);
            project.run("cat", "b.txt").out().is("one two");
            project.file("b.txt").is("one two");
            project.files().is(List.of("a.txt", "b.txt"));
        }
    }

    @Test
    default void exitCodesAndBothStreamsAreSeen() {
        try (var open = open()) {
            var project = open.project();
            var run =
                    project.run(
                            "node", "-e", "console.log('é'); console.error('no'); process.exit(3)");
            run.exit().is(3);
            run.out().is("é\n");
            run.err().is("no\n");
            project.run("node", "-e", "process.kill(process.pid, 'SIGTERM')").exit().is(143);
            project.run("./nothing").exit().is(127);
            var missed = unmet(() -> run.exit().is(0));
            assertTrue(String.valueOf(missed.getMessage()).endsWith("expected 0; seen 3"));
            assertTrue(missed.evidence().getFirst() instanceof Evidence.Console);
            assertEquals(3, open.evidence().size());
        }
    }

    @Test
    default void theEnvironmentIsWhatIsSaidAndNothingOfOurs() {
        try (var open = open()) {
            var project = open.project();
            project.with("MODE", "two words")
                    .run("node", "-p", "process.env.MODE")
                    .out()
                    .is("two words\n");
            project.run("node", "-p", "process.env.MODE").out().is("undefined\n");
            project.run("sh", "-c", "ls -A . && ls /proc/self/fd").out().lacks("clerk").lacks("4");
        }
    }

    @Test
    default void aFolderBesideIsNotInTheSubmission() {
        try (var open = open("a.txt", "one")) {
            var project = open.project();
            var shop =
                    project.beside("shop")
                            .lay("src/index.js", "console.log(require('fs').readdirSync('.'))");
            shop.run("node", "src/index.js").out().is("[ 'src' ]\n");
            shop.files("src").is(List.of("src/index.js"));
            project.files().is(List.of("a.txt"));
            project.lay("deep/b.txt", "x").file("deep/b.txt").is("x");
        }
    }

    @Test
    default void onlyPlainFilesAreReadAndNoLinkIsFollowed() {
        try (var open = open("package.json", "{\"exports\":{\".\":{\"a.b\":[1,2]}}}")) {
            var project = open.project();
            project.run(
                    "sh",
                    "-c",
                    "ln -s /etc/passwd link; ln -s / root; mkfifo pipe; mkdir -p node_modules/x"
                            + " out; echo 1 >node_modules/x/y; echo 2 >out/z; head -c 2000000 /dev/zero"
                            + " >big");
            project.files().is(List.of("big", "out/z", "package.json"));
            project.files("node_modules").is(List.of("node_modules/x/y"));
            project.files("root").is(List.of());
            project.files("nowhere").is(List.of());
            for (String path : List.of("link", "root/etc/passwd", "pipe", "out", "nowhere")) {
                project.file(path).isAbsent();
            }
            assertEquals(
                    "the file big is too large to be looked at",
                    unmet(() -> project.file("big")).getMessage());
            project.json("package.json", "exports", ".", "a.b", "1").is(2);
            project.json("package.json", "exports", "./x").isAbsent();
        }
    }

    @Test
    default void muchOutputIsCutAndWhatIsLeftRunningIsEnded() {
        try (var open = open()) {
            var project = open.project();
            var run = project.run("node", "-e", "process.stdout.write('x'.repeat(3_000_000))");
            run.exit().is(0);
            run.out().matches("bytes left out");
            project.run("sh", "-c", "(sleep 1; echo late >late) & echo begun").out().is("begun\n");
            project.run("sleep", "2");
            project.file("late").isAbsent();
        }
    }

    @Test
    default void aLimitIsTheLearnersFailureAndSoIsAProcessThatEndsOurs() {
        var short1 = LIMITS.withWall(Duration.ofSeconds(2));
        try (var open = open(short1, Map.of())) {
            var slow = unmet(() -> open.project().run("sleep", "30"));
            assertEquals(
                    "sleep 30 did not come to its end: it was ended by a limit: it ran longer than"
                            + " 2 s.",
                    slow.getMessage());
            unmet(() -> open.project().run("true"));
        }
        try (var open = open(Limits.STANDARD, Map.of())) {
            var killed = unmet(() -> open.project().run("sh", "-c", "kill -9 $PPID; sleep 5"));
            assertTrue(
                    String.valueOf(killed.getMessage()).contains("it was ended by signal SIGKILL"),
                    killed::getMessage);
        }
    }
}
