package dev.backwright.judge.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Unmet;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadingTest {

    @RegisterExtension static final Workshop WORKSHOP = Workshop.plain();

    @ParameterizedTest
    @ValueSource(ints = {10, 70_000})
    void filesAreThereWhicheverWayTheyCame(int length) {
        var program =
                WORKSHOP.program(
                        "main.js",
                        "export { length } from './deep/er/text.js';",
                        "deep/er/text.js",
                        "export const { length } = '" + "x".repeat(length) + "';");
        program.module("main.js").get("length").is(length);
    }

    @Test
    void modulesOfBothKindsLoadAndAreLoadedOnce() {
        var program =
                WORKSHOP.program(
                        "a.mjs",
                                "globalThis.n = (globalThis.n ?? 0) + 1; export const n = globalThis.n;",
                        "lib/b c.cjs", "module.exports = { b: __filename.endsWith('b c.cjs') };",
                        "f.cjs", "module.exports = (x) => x + 1;");
        program.module("a.mjs").get("n").is(1);
        program.module("./a.mjs").get("n").is(1);
        program.module("lib/b c.cjs").get("b").is(true);
        program.require("lib/b c.cjs").get("b").is(true);
        program.require("f.cjs").call(1).is(2);
    }

    @Test
    void theCoursesPackagesResolve() {
        var program =
                WORKSHOP.program(
                        "a.mjs", "import express from 'express'; export default typeof express;");
        program.module("a.mjs").get("default").is("function");
    }

    @Test
    void aSyntaxErrorIsShownWithItsPlace() {
        says(
                "closures.mjs could not be loaded: SyntaxError: Unexpected token ';' (closures.mjs:2)",
                "export const a = 1;\nexport const b = ;\n");
    }

    @Test
    void aSyntaxErrorInAnImportedFileIsShownThere() {
        var program =
                WORKSHOP.program(
                        "a.mjs", "import './lib/b.cjs';",
                        "lib/b.cjs", "module.exports = {\n  a: 1\n  b: 2\n};");
        Unmet unmet = Workshop.unmet(() -> program.module("a.mjs"));
        assertEquals(
                "a.mjs could not be loaded: SyntaxError: Unexpected identifier 'b' (lib/b.cjs:3)",
                unmet.getMessage());
    }

    @Test
    void aMissingExportNamesTheLine() {
        var program =
                WORKSHOP.program(
                        "a.mjs", "\nimport { x } from './b.mjs';", "b.mjs", "export const y = 1;");
        Unmet unmet = Workshop.unmet(() -> program.module("a.mjs"));
        assertEquals(
                "a.mjs could not be loaded: SyntaxError: The requested module './b.mjs' does not provide an export named 'x' (a.mjs:2)",
                unmet.getMessage());
    }

    @Test
    void aMissingPackageAndAMissingFileAreNamed() {
        says(
                "closures.mjs could not be loaded: Error: Cannot find package 'expresso' imported from closures.mjs",
                "import 'expresso';");
        Unmet unmet = Workshop.unmet(() -> WORKSHOP.program().module("gone.js"));
        assertEquals("there is no file gone.js", unmet.getMessage());
    }

    @Test
    void anErrorAtTheTopIsShownWithItsPlace() {
        says(
                "closures.mjs could not be loaded: TypeError: early (closures.mjs:2:7)",
                "\nthrow new TypeError('early');");
    }

    @Test
    void anExitWhileLoadingIsSaid() {
        says(
                "the program ended itself with exit code 0 while closures.mjs was loading",
                "process.exit(0)");
        says(
                "the program ended itself with exit code 3 while closures.mjs was loading",
                "await null; process.exit(3)");
    }

    @Test
    void whatNeverLoadsIsSaid() {
        says(
                "closures.mjs never finished loading: it waits for something that nothing is left to bring",
                "await new Promise(() => {});");
        says(
                "the program did not come back within 5 s while closures.mjs was loading",
                "for (;;);");
    }

    @Test
    void anUnhandledRejectionEndsTheProgramAsInNode() {
        var program =
                WORKSHOP.program(
                        "a.mjs",
                        "export const f = () => { Promise.reject(new RangeError('lost')); };");
        program.module("a.mjs").get("f").call();
        Unmet unmet = Workshop.unmet(() -> program.settle(1000));
        assertEquals(
                "the program ended with exit code 1 after RangeError: lost while its timers and promises ran",
                unmet.getMessage());
        Unmet again = Workshop.unmet(() -> program.value("1"));
        assertEquals(unmet.getMessage(), again.getMessage());
        var console = (Evidence.Console) program.printed().orElseThrow();
        assertTrue(console.err().contains("RangeError: lost"), console.err());
        assertEquals("exit 1", console.ending());
    }

    @Test
    void whatIsPrintedIsThereAtOnce() {
        var program =
                WORKSHOP.program(
                        "a.mjs",
                        "export const f = (n) => { for (let i = 0; i < n; i++) console.log('line ' + i); console.error('é'); };");
        program.module("a.mjs").get("f").call(3);
        program.console().out().is("line 0\nline 1\nline 2\n");
        program.console().err().is("é\n");
        assertEquals(3, program.console().lines().size());
        program.module("a.mjs").get("f").call(1);
        program.console().out().is("line 0\nline 1\nline 2\nline 0\n");
    }

    @Test
    void muchThatIsPrintedIsAllThere() {
        var program =
                WORKSHOP.program(
                        "a.mjs",
                        "export const f = () => { for (let i = 0; i < 3000; i++) console.log('x'.repeat(99)); };");
        program.module("a.mjs").get("f").call();
        assertEquals(300_000, program.console().out().text().length());
    }

    @Test
    void scriptsRunAsProcessesOfTheirOwn() {
        var program =
                WORKSHOP.program(
                        "main.mjs",
                                "console.log(process.argv.slice(2).join()); process.exitCode = 3;",
                        "echo.mjs",
                                "for await (const c of process.stdin) process.stdout.write(String(c).toUpperCase());",
                        "spin.mjs", "for (;;);",
                        "flood.mjs",
                                "import fs from 'node:fs'; for (;;) fs.writeSync(1, 'x'.repeat(4096));");
        var run = program.run("main.mjs", "a", "b c");
        run.exit().is(3);
        run.out().is("a,b c\n");
        program.runWithInput("hi\nyou\n", "echo.mjs").out().is("HI\nYOU\n");
        Unmet flood = Workshop.unmet(() -> program.run("flood.mjs"));
        assertEquals("node flood.mjs printed more than 4 MB", flood.getMessage());
        var setup = NodeProgram.Setup.of(Workshop.files("spin.mjs", "for (;;);"));
        var limits = setup.limits().withWall(Duration.ofSeconds(1));
        Unmet spin =
                Workshop.unmet(() -> WORKSHOP.program(setup.withLimits(limits)).run("spin.mjs"));
        assertEquals("node spin.mjs ran longer than 1 s", spin.getMessage());
        Unmet wrong = Workshop.unmet(() -> program.run("main.mjs").exit().is(0));
        assertEquals("exit code of node main.mjs: expected 0; seen 3", wrong.getMessage());
        assertTrue(wrong.evidence().getFirst() instanceof Evidence.Console);
    }

    private static void says(String message, String code) {
        var program = WORKSHOP.program("closures.mjs", code);
        Unmet unmet = Workshop.unmet(() -> program.module("closures.mjs"));
        assertEquals(message, unmet.getMessage());
    }
}
