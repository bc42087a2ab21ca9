package dev.backwright.sandbox;

import static dev.backwright.sandbox.Given.bytes;
import static dev.backwright.sandbox.Given.command;
import static dev.backwright.sandbox.Given.outcome;
import static dev.backwright.sandbox.Given.run;
import static dev.backwright.sandbox.Given.script;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.sandbox.Running.Signal;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every sandbox promises about a process: files, environment, streams, signals, how it ends.
@Timeout(120)
interface SandboxContract {

    Sandbox sandbox();

    @Test
    default void filesArriveAsTheyAre() throws Exception {
        var odd = "a 'quoted' \"name\"\n$(touch hacked) `x` é";
        var launch =
                script(
                                """
                                const fs = require('fs');
                                const all = fs.readdirSync('.', {recursive: true}).sort();
                                console.log(JSON.stringify(all));
                                console.log(fs.readFileSync('bytes.bin').toString('hex'));
                                console.log(fs.readFileSync(%s, 'utf8'));
                                """
                                        .formatted("\"" + escaped(odd) + "\""))
                        .withFile("deep/er/x.txt", "x")
                        .withFile("-rf", "dash")
                        .withFile(odd, "odd")
                        .withFiles(Map.of("bytes.bin", new byte[] {0, -1, 10, 13}));
        var seen = run(sandbox(), launch);
        assertEquals(new Outcome.Exited(0), seen.outcome(), seen.err());
        var lines = seen.out().lines().toList();
        assertEquals(
                "[\"-rf\",\""
                        + escaped(odd)
                        + "\",\"bytes.bin\",\"deep\",\"deep/er\",\"deep/er/x.txt\",\"main.js\"]",
                lines.get(0));
        assertEquals("00ff0a0d", lines.get(1));
        assertEquals("odd", lines.get(2));
    }

    private static String escaped(String text) {
        return text.replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Test
    default void theEnvironmentIsWhatWasGivenAndThreeMore() throws Exception {
        var launch =
                script("console.log(JSON.stringify(process.env, Object.keys(process.env).sort()))")
                        .withEnvironment(Map.of("A", "1 2", "B", "x=y\n$HOME;`id`", "LANG", "C"));
        var seen = run(sandbox(), launch);
        assertTrue(
                seen.out()
                        .matches(
                                "\\{\"A\":\"1 2\",\"B\":\"x=y\\\\n\\$HOME;`id`\",\"HOME\":\"[^\"]+\","
                                        + "\"LANG\":\"C\",\"PATH\":\"[^\"]+\",\"TMPDIR\":\"[^\"]+\"}\n"),
                seen.out() + seen.err());
    }

    @Test
    default void argumentsAreNotReadByAShell() throws Exception {
        var seen =
                run(
                        sandbox(),
                        command(
                                "node",
                                "-p",
                                "process.argv.slice(1).join('|')",
                                "--",
                                "a b",
                                "$HOME",
                                "*",
                                "'",
                                "\n",
                                ""));
        assertEquals("a b|$HOME|*|'|\n|\n", seen.out(), seen.err());
    }

    @Test
    default void packagesComeFromTheToolboxAndNothingShowsInTheFolder() throws Exception {
        var launch =
                script(
                                "console.log(typeof require('express'), require('fs').readdirSync('.').join())")
                        .withFile(
                                "esm.mjs",
                                "import express from 'express'; console.log(typeof express)");
        assertEquals("function esm.mjs,main.js\n", run(sandbox(), launch).out());
        var esm = command("node", "esm.mjs").withFiles(launch.files());
        assertEquals("function\n", run(sandbox(), esm).out());
    }

    @Test
    default void npmRunsAScriptAndKeepsToItself() throws Exception {
        var launch =
                command("npm", "start", "--silent")
                        .withFile("package.json", "{\"scripts\":{\"start\":\"node app.js && ls\"}}")
                        .withFile("app.js", "console.log('started', process.version)");
        var seen = run(sandbox(), launch);
        assertEquals(new Outcome.Exited(0), seen.outcome(), seen.err());
        assertTrue(seen.out().matches("started v24[.0-9]+\napp.js\npackage.json\n"), seen.out());
        assertEquals("", seen.err());
    }

    @Test
    default void theExitCodeIsTold() throws Exception {
        assertEquals(new Outcome.Exited(0), run(sandbox(), script("")).outcome());
        assertEquals(new Outcome.Exited(7), run(sandbox(), script("process.exit(7)")).outcome());
        assertEquals(
                new Outcome.Exited(125), run(sandbox(), script("process.exit(125)")).outcome());
        assertEquals(
                new Outcome.Exited(1), run(sandbox(), script("throw new Error('x')")).outcome());
    }

    @Test
    default void aProgramThatDoesNotExistIsTheLearnersFault() throws Exception {
        var seen = run(sandbox(), command("no-such-program"));
        assertEquals(new Outcome.Exited(127), seen.outcome());
        assertTrue(seen.err().contains("no-such-program"), seen.err());
    }

    @Test
    default void aSignalReachesTheCommandItself() throws Exception {
        var launch =
                script(
                        "process.on('SIGTERM', () => { console.log('bye'); process.exit(3) }); setInterval(() => {}, 1e6); console.log('up')");
        try (var running = sandbox().start(launch)) {
            Until.holds(() -> running.output().out().equals("up\n"));
            running.signal(Signal.TERM);
            assertEquals(new Outcome.Exited(3), outcome(running));
            assertEquals("up\nbye\n", running.output().out());
        }
    }

    @Test
    default void deathByASignalIsTold() throws Exception {
        try (var running =
                sandbox().start(script("setInterval(() => {}, 1e6); console.log('up')"))) {
            Until.holds(() -> running.output().out().equals("up\n"));
            running.signal(Signal.TERM);
            assertEquals(new Outcome.Signalled(15), outcome(running));
        }
        var abort = run(sandbox(), script("process.abort()"));
        assertEquals(new Outcome.Signalled(6), abort.outcome());
    }

    @Test
    default void standardInputArrivesAndEnds() throws Exception {
        var launch =
                script(
                        "process.stdin.on('data', d => process.stdout.write('<' + d + '>')).on('end', () => console.log('end'))");
        try (var running = sandbox().start(launch)) {
            running.input().write(bytes("hello"));
            running.input().flush();
            Until.holds(() -> running.output().out().equals("<hello>"));
            running.input().close();
            assertEquals(new Outcome.Exited(0), outcome(running));
            assertEquals("<hello>end\n", running.output().out());
        }
    }

    @Test
    default void theControlChannelGoesBothWays() throws Exception {
        var launch =
                script(
                                """
                                const fs = require('fs');
                                const lines = require('readline').createInterface({input: fs.createReadStream(null, {fd: 3})});
                                lines.on('line', l => fs.writeSync(4, 'got ' + l + '\\n')).on('close', () => process.exit(5));
                                """)
                        .withControl();
        try (var running = sandbox().start(launch)) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(running.controlIn(), StandardCharsets.UTF_8));
            var out = running.controlOut();
            for (var word : new String[] {"one", "two"}) {
                out.write(bytes(word + "\n"));
                assertEquals("got " + word, in.readLine());
            }
            out.close();
            assertEquals(new Outcome.Exited(5), outcome(running));
            assertNull(in.readLine());
        }
    }

    @Test
    default void aControlChannelNobodyOpensHoldsNobodyUp() throws Exception {
        try (var running = sandbox().start(command("no-such-program").withControl())) {
            assertEquals(new Outcome.Exited(127), outcome(running));
            assertEquals(-1, running.controlIn().read());
        }
    }

    @Test
    default void onlyTheExpectedDescriptorsAreOpen() throws Exception {
        var script =
                "for (let i = 0; i < 16; i++) try { require('fs').fstatSync(i); process.stdout.write(i + ' ') } catch {}";
        var launch =
                command(
                        "/bin/sh",
                        "-c",
                        "for i in 0 1 2 3 4 5 6 7 8 9; do { true <&$i; } 2>/dev/null && printf \"$i \"; done; exit 0");
        assertEquals("0 1 2 ", run(sandbox(), launch).out());
        assertEquals("0 1 2 3 4 ", run(sandbox(), launch.withControl()).out());
        assertFalse(script.isEmpty());
    }

    @Test
    default void bytesThatAreNoTextBecomeReplacementCharacters() throws Exception {
        var seen =
                run(
                        sandbox(),
                        script(
                                "process.stdout.write(Buffer.from([65, 0xff, 0xe2, 0x82, 0xac, 0, 66, 0xe2]))"));
        assertEquals("A\ufffd€\0B\ufffd", seen.out());
    }

    @Test
    default void linesKeepTheOrderInWhichTheyCame() throws Exception {
        var launch =
                script(
                        """
                        const fs = require('fs'); const wait = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
                        fs.writeSync(1, 'a1\\na'); wait(); fs.writeSync(2, 'e1\\r\\n'); wait(); fs.writeSync(1, '2\\nrest');
                        """);
        try (var running = sandbox().start(launch)) {
            outcome(running);
            var pieces = new StringBuilder();
            running.output().follow(piece -> pieces.append(piece.error() ? "" : piece.text()));
            assertEquals("a1\na2\nrest", pieces.toString());
            assertEquals(
                    java.util.List.of(
                            new Output.Line(false, "a1"),
                            new Output.Line(false, "a2"),
                            new Output.Line(true, "e1"),
                            new Output.Line(false, "rest")),
                    running.output().lines());
        }
    }

    @Test
    default void filesAreReadBackDuringAndAfterButNeverThroughLinks() throws Exception {
        var launch =
                script(
                                """
                                const fs = require('fs');
                                fs.mkdirSync('d/e', {recursive: true}); fs.writeFileSync('d/e/r.bin', Buffer.from([1, 0, 255, 10]));
                                fs.symlinkSync('/etc/hosts', 'link'); fs.symlinkSync('d', 'dlink'); fs.symlinkSync('/', 'd/root');
                                fs.linkSync('main.js', 'hard'); fs.writeFileSync('odd \\'"\\n\\\\ name\\n', 'odd');
                                require('child_process').execFileSync('mkfifo', ['fifo']);
                                console.log('up'); process.stdin.resume();
                                """)
                        .withFile("given.txt", "given");
        try (var running = sandbox().start(launch)) {
            Until.holds(() -> running.output().out().equals("up\n"), () -> running.output().err());
            readsOnlyPlainFiles(running);
            running.input().close();
            assertEquals(new Outcome.Exited(0), outcome(running));
            readsOnlyPlainFiles(running);
        }
    }

    private static void readsOnlyPlainFiles(Running running) {
        assertEquals(
                Map.of("given.txt", 5L, "d/e/r.bin", 4L, "odd '\"\n\\ name\n", 3L),
                running.files().entrySet().stream()
                        .filter(file -> !file.getKey().matches("main.js|hard"))
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        Map.Entry::getKey, Map.Entry::getValue)));
        assertEquals(5, running.files().size());
        assertArrayEquals(bytes("given"), running.read("given.txt", 100));
        assertArrayEquals(bytes("giv"), running.read("given.txt", 3));
        assertArrayEquals(new byte[] {1, 0, -1, 10}, running.read("d/e/r.bin", 100));
        assertArrayEquals(bytes("odd"), running.read("odd '\"\n\\ name\n", 100));
        for (var path :
                new String[] {
                    "link", "dlink/e/r.bin", "d/root/etc/hosts", "d", "fifo", "none", "none/x"
                }) {
            assertNull(running.read(path, 100), path);
        }
        for (var path : new String[] {"../x", "/etc/hosts", "d//e", "", "d/../given.txt"}) {
            org.junit.jupiter.api.Assertions.assertThrows(
                    SandboxException.class, () -> running.read(path, 9));
        }
    }

    @Test
    default void aListOfFilesHasAnEnd() throws Exception {
        var launch =
                script(
                        """
                        const fs = require('fs');
                        for (let i = 0; i < 3000; i++) fs.writeFileSync(String(i).padStart(200, 'x'), '');
                        fs.mkdirSync('d/'.repeat(500), {recursive: true});
                        fs.mkdirSync('closed', 0);
                        """);
        try (var running = sandbox().start(launch)) {
            assertEquals(new Outcome.Exited(0), outcome(running));
            int files = running.files().size();
            assertTrue(files > 200 && files < 1400, files + " files");
        }
    }

    @Test
    default void furtherFoldersAreSeenBesideTheWorkFolder() throws Exception {
        var extra = java.nio.file.Files.createTempDirectory("extra");
        java.nio.file.Files.setPosixFilePermissions(
                extra, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            java.nio.file.Files.writeString(extra.resolve("probe.cjs"), "console.log('probed')");
            var launch =
                    command("node", "--require", "../probe/probe.cjs", "-e", "0")
                            .withReadOnly("probe", extra);
            assertEquals("probed\n", run(sandbox(), launch).out());
        } finally {
            Trees.delete(extra);
        }
    }

    @Test
    default void closingEndsWhatRuns() throws Exception {
        var running = sandbox().start(script("setInterval(() => {}, 1e6)"));
        running.close();
        assertEquals(new Outcome.Closed(), outcome(running));
        running.close();
    }

    @Test
    default void manyRunSideBySideApart() throws Exception {
        var runs = new java.util.ArrayList<Running>();
        try {
            for (int i = 0; i < 8; i++) {
                runs.add(
                        sandbox()
                                .start(
                                        script(
                                                        "console.log(require('fs').readFileSync('n', 'utf8'))")
                                                .withFile("n", "n" + i)));
            }
            for (int i = 0; i < 8; i++) {
                assertEquals(new Outcome.Exited(0), outcome(runs.get(i)));
                assertEquals("n" + i + "\n", runs.get(i).output().out());
            }
        } finally {
            runs.forEach(Running::close);
        }
    }

    @Test
    default void itSaysWhatItIs() {
        var isolation = sandbox().isolation();
        assertFalse(isolation.limits().isEmpty());
        assertInstanceOf(String.class, isolation.name());
    }
}
