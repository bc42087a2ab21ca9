package dev.backwright.judge.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Program;
import dev.backwright.checks.Unmet;
import dev.backwright.judge.JudgeException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CommandTest {

    @RegisterExtension static final Workshop WORKSHOP = Workshop.plain();

    private final NodeProgram program =
            WORKSHOP.program(
                    "env.mjs",
                            "import fs from 'node:fs'; const file = fs.existsSync('.env') ? fs.readFileSync('.env', 'utf8') : 'none';"
                                    + " console.log(process.env.PORT, process.env.NAME, file);",
                    ".env", "A=learner",
                    "count.mjs",
                            "let n = 0; for await (const c of process.stdin) n += c.length; console.log(n);",
                    "hoard.mjs",
                            "const all = []; for await (const c of process.stdin.setEncoding('latin1')) all.push(c + 1); console.log(all.join('').length);",
                    "leave.mjs",
                            "import fs from 'node:fs'; fs.mkdirSync('d'); fs.writeFileSync('d/new.txt', 'é'); fs.writeFileSync('given.txt', 'changed');"
                                    + " fs.symlinkSync('/etc/passwd', 'link'); fs.rmSync('env.mjs'); fs.writeFileSync('big', 'x'.repeat(5 << 20));",
                    "given.txt", "as it was",
                    "stop.mjs",
                            "process.on('SIGTERM', () => { console.log('bye'); process.exit(4); }); process.stderr.write('re'); setTimeout(() => process.stderr.write('ady'), 50); process.stdin.resume();",
                    "copy.mjs",
                            "import fs from 'node:fs'; import { pipeline } from 'node:stream/promises';"
                                    + " process.stdin.once('data', () => console.log('begun')); await pipeline(process.stdin, async (chunks) => { for await (const c of chunks) fs.appendFileSync('half', c.subarray(0, 1)); });");

    @Test
    void theEnvironmentAndFilesAreThoseOfOneRun() {
        Program.Command bare = program.command("env.mjs").env("PORT", "80");
        bare.env("NAME", "it's $HOME\n")
                .file(".env", "A=1")
                .run()
                .out()
                .is("80 it's $HOME\n A=1\n");
        bare.run().out().is("80 undefined A=learner\n");
        bare.without("./.env").run().out().is("80 undefined none\n");
        program.run("env.mjs").out().is("undefined undefined A=learner\n");
        assertThrows(IllegalArgumentException.class, () -> bare.env("A B", ""));
    }

    @Test
    void theEvidenceRepeatsIt() {
        Unmet wrong =
                Workshop.unmet(() ->
                        program.command("env.mjs", "now")
                                .env("PORT", "80")
                                .env("NAME", "it's")
                                .node("--no-warnings")
                                .file(".env", "A=1")
                                .run()
                                .exit()
                                .is(3));
        assertEquals(
                "exit code of node --no-warnings env.mjs now: expected 3; seen 0",
                wrong.getMessage());
        var run = (Evidence.Console) wrong.evidence().get(0);
        assertEquals("NAME='it'\\''s' PORT=80 node --no-warnings env.mjs now", run.command());
        assertEquals(
                List.of(new Evidence.Console("cat .env", "A=1", "", "")),
                wrong.evidence().subList(1, 2));
    }

    @Test
    void muchInputIsMadeWhileItIsReadAndTheHeapHasALimit() {
        int pieces = 1_000;
        Iterable<String> much =
                () -> IntStream.range(0, pieces).mapToObj(i -> "x".repeat(64 << 10)).iterator();
        program.command("count.mjs")
                .heap(16)
                .input(much)
                .run()
                .out()
                .is(pieces * (64 << 10) + "\n");
        Unmet hoard = Workshop.unmet(() -> program.command("hoard.mjs").heap(16).input(much).run());
        assertEquals(
                "node --max-old-space-size=16 hoard.mjs used more memory than it may (JavaScript heap out of memory)",
                hoard.getMessage());
    }

    @Test
    void inputThatCannotBeMadeIsNotTheLearnersFault() {
        Iterable<String> broken =
                () ->
                        Stream.<String>generate(
                                        () -> {
                                            throw new IllegalStateException("no seed");
                                        })
                                .iterator();
        var e =
                assertThrows(
                        JudgeException.class,
                        () -> program.command("count.mjs").input(broken).run());
        assertTrue(String.valueOf(e.getMessage()).contains("no seed"), e.getMessage());
    }

    @Test
    void whatARunLeavesCanBeLookedAt() {
        Program.Run run = program.command("leave.mjs").run();
        run.exit().is(0);
        run.left().is(List.of("big", "d/new.txt"));
        run.file("given.txt").is("changed");
        run.file("d/new.txt").is("é");
        run.size("d/new.txt").is(2);
        run.size("big").is(5 << 20);
        assertEquals(4 << 20, run.file("big").text().length());
        run.file("link").isAbsent();
        run.size("link").isAbsent();
        run.file("env.mjs").isAbsent();
        run.file("leave.mjs").contains("import");
        Unmet left = Workshop.unmet(() -> run.left().is(List.of()));
        assertEquals(
                "files that node leave.mjs left behind: expected []; seen [ 'big', 'd/new.txt' ]",
                left.getMessage());
        program.run("count.mjs").left().is(List.of());
    }

    @Test
    void aSignalCutsItInTheMiddle() {
        Iterable<String> endless = () -> Stream.iterate("x", each -> each).iterator();
        Program.Run stopped =
                program.command("stop.mjs").input(endless).signal("SIGTERM", "ready").run();
        stopped.exit().is(4);
        stopped.out().is("bye\n");
        Program.Run killed =
                program.command("copy.mjs").input(endless).signal("SIGKILL", "begun").run();
        killed.exit().is(137);
        killed.left().is(List.of("half"));
        assertThrows(
                IllegalArgumentException.class,
                () -> program.command("stop.mjs").signal("TERM", "ready"));
    }

    @Test
    void anIterableIsAskedAnewByEachRun() {
        int[] asked = {0};
        Iterable<String> pieces =
                () -> {
                    asked[0]++;
                    Iterator<String> made = List.of("ab", "c").iterator();
                    return made;
                };
        Program.Command command = program.command("count.mjs").input(pieces);
        command.run().out().is("3\n");
        command.run().out().is("3\n");
        assertEquals(2, asked[0]);
    }
}
