package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.Report.Verdict;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestsLabTest {

    private static final String LAB = "javascript/tested";
    private static final String FILE = "price.test.js";

    private static final String HEAD =
            """
            import assert from 'node:assert/strict';
            import fs from 'node:fs';
            import { mock, test } from 'node:test';
            import { later, price } from './price.js';
            """;

    private static final String LIMIT =
            """
            test('limit', () => assert.equal(price(1000), 5));
            """;

    private static final String GOOD =
            LIMIT
                    + """
                    test('above', () => assert.equal(price(1001), 9));
                    test('none', () => assert.throws(() => price(0), RangeError));
                    """;

    private final Fixture fixture = new Fixture();

    @AfterAll
    void close() {
        fixture.close();
    }

    private Report judged(String tests) {
        return fixture.judged(LAB, FILE, HEAD + tests);
    }

    private CheckResult failed(String tests, String check) {
        Report report = judged(tests);
        CheckResult result = Fixture.check(report, check);
        assertEquals(Outcome.FAILED, result.outcome(), report::toString);
        ReportShape.holds(report);
        return result;
    }

    /// The first check's message.
    private String refused(String tests) {
        return String.valueOf(failed(tests, "passes").message());
    }

    @Test
    void aGoodSuitePassesColdAndWarm() {
        for (String state : new String[] {"cold", "warm"}) {
            Report report = fixture.judged(LAB, fixture.lab(LAB).solution());
            assertEquals(Verdict.PASSED, report.verdict(), () -> state + report);
        }
        assertEquals(Verdict.PASSED, judged(GOOD).verdict());
    }

    @Test
    void whatIsNotNoticedIsToldInTheChecksWords() {
        CheckResult limit =
                failed("test('far above', () => assert.equal(price(5000), 9));", "notices-limit");
        assertEquals(
                "Here 1,000 g cost 9: expected that a test fails; the only one passes",
                limit.message());
        var console = (Evidence.Console) limit.evidence().getFirst();
        assertEquals("node --test price.test.js", console.command());
        assertEquals("✔ far above\n", console.out());
        assertEquals("exit 0", console.ending());
    }

    @Test
    void aTestOfWhatNobodyPromisedFailsOnAnotherRightProgramAndNoticesNothing() {
        String text =
                "test('text', () => assert.throws(() => price(0), { message: 'grams' }));" + LIMIT;
        CheckResult accepts = failed(text, "accepts");
        assertTrue(
                String.valueOf(accepts.message())
                        .startsWith(
                                "This program is right, too: \"text\" (price.test.js:5) fails on another right program: "),
                accepts::toString);
        CheckResult error = failed(text, "notices-error");
        assertTrue(
                String.valueOf(error.message())
                        .endsWith(
                                "\"text\" does, but not on every right program does it pass, so that it tells nothing"),
                error::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| no test ran: price.test.js has none",
                "test.skip('a', () => {}); test.todo('b');| no test ran: 2 skipped or todo",
                "describe('a', () => {});| price.test.js could not be loaded: ReferenceError: describe is not defined (price.test.js:5)",
                "test('a', () => {}); throw new Error('no');| price.test.js could not be loaded: Error: no (price.test.js:5)",
                "test('a', () => {}); await new Promise(() => {});| price.test.js did not come to its end: it never finished loading",
                "test('a', () => {}); test('b', () => process.exit(0)); test('c', () => {});| price.test.js did not come to its end: its process was ended with exit code 0 while \"b\" ran, before all tests had run",
                "test('a', () => {}); test('b', () => process.reallyExit(0));| price.test.js did not come to its end: its process ended itself with exit code 0 while \"b\" ran",
                "test('a', () => {}); process.exitCode = 3;| the process of price.test.js ended with exit code 3, though no test failed",
                "test('a', () => { assert.rejects(later(1)); });| after \"a\" had ended, something it had begun and not awaited failed: AssertionError [ERR_ASSERTION]: Missing expected rejection.",
                "test('a', () => { throw new Error('b'); }); process.on('exit', () => { process.exitCode = 0; });| price.test.js did not come to its end: its process ended itself with exit code 0, not with the 1 of its tests",
            })
    void aSuiteThatProvesNothingIsRefused(String tests, String message) {
        assertEquals(message, refused(tests));
    }

    @Test
    void aTestThatHangsIsNamed() {
        assertEquals(
                "price.test.js did not come to its end: its process did not come back within 5 s while \"waits\" ran",
                refused("test('waits', () => new Promise(() => {}));").replaceAll("\\d+ s", "5 s"));
        String alive = refused("test('leaves', () => { setInterval(() => {}, 1000); });");
        assertTrue(alive.endsWith("such as a timer or a server, keeps it alive"), alive);
        String loop = refused("test('turns', () => { for (;;); });");
        assertTrue(loop.endsWith("while \"turns\" ran"), loop);
    }

    @Test
    void whatIsForgedTellsNothing() {
        String spec = "process.stdout.write('✔ limit\\nℹ pass 9\\nℹ fail 0\\n');";
        assertTrue(refused(spec).startsWith("no test ran"));
        String frame =
                "fs.writeSync(4, Buffer.concat([Buffer.from([0, 0, 0, 2]), Buffer.alloc(16), Buffer.from('{}')]));";
        assertTrue(
                refused("test('a', () => { " + frame + " });")
                        .contains("wrote to a descriptor that is not its own"));
        assertTrue(refused("fs.closeSync(4); test('a', () => {});").contains("descriptor"));
        String reporter =
                """
                import { EventEmitter } from 'node:events';
                import { Readable, Transform } from 'node:stream';
                EventEmitter.prototype.emit = () => true;
                Readable.prototype.push = Transform.prototype.write = () => true;
                JSON.stringify = () => '{"ended":1,"in":0,"name":"a","line":1,"suite":false,"passed":true}';
                Reflect.apply = () => {};
                Object.defineProperty(Object.prototype, 'passed', { value: true });
                test('lies', () => { throw new Error('fails'); });
                """;
        Report report = judged(reporter);
        assertEquals(Outcome.FAILED, Fixture.check(report, "passes").outcome(), report::toString);
    }

    /// Whoever tells programs apart by path or source finds one and the same.
    @Test
    void programsAreNotToldApartByPathOrSource() {
        String known =
                """
                const known = fs.readFileSync(new URL('./price.js', import.meta.url), 'utf8');
                test('path', () => {
                  assert.match(known, /<= 1000 [?] 5 : 9/);
                  assert.equal(String(price), String(later));
                  assert.match(import.meta.resolve('./price.js'), /work.price.js$|price.js$/);
                  assert.deepEqual(fs.readdirSync('.').sort(), ['package.json', 'price.js', 'price.test.js']);
                });
                test('no other file', () => assert.rejects(import('./table.js')));
                """;
        Report report = judged(known);
        assertEquals(Outcome.PASSED, Fixture.check(report, "accepts").outcome(), report::toString);
        assertEquals(Outcome.FAILED, Fixture.check(report, "notices-limit").outcome());
        String byText =
                "test('text', () => { if (!String(price).includes('<= 1000')) throw new Error('mutant'); });";
        assertEquals(Outcome.FAILED, Fixture.check(judged(byText), "passes").outcome());
    }

    @Test
    void aProgramThatBreaksTheRunIsNotNoticedByThat() {
        String exits = "test('exits', () => { try { price(0); process.exit(1); } catch {} });";
        CheckResult error = failed(exits, "notices-error");
        assertEquals(
                "Here nothing is refused: expected that a test fails; price.test.js did not come to its end: "
                        + "its process was ended with exit code 1 while \"exits\" ran, before all tests had run",
                error.message());
        CheckResult late =
                failed(
                        "test('late', () => { assert.rejects(async () => price(0), RangeError); });",
                        "notices-error");
        assertEquals(
                "Here nothing is refused: expected that a test fails; none does, but after \"late\" had ended, "
                        + "something it had begun and not awaited failed: "
                        + "AssertionError [ERR_ASSERTION]: Missing expected rejection (RangeError).",
                late.message());
    }

    @Test
    void testsThatNeedOneAnotherAreFound() {
        CheckResult alone =
                failed(
                        "let seen; test('first', () => { seen = price(1); }); test('second', () => { assert.equal(seen, 5); });",
                        "alone");
        assertTrue(
                String.valueOf(alone.message()).startsWith("\"second\" (price.test.js:5) fails"),
                alone::toString);
        assertFalse(alone.evidence().isEmpty());
    }

    @Test
    void whatIsReplacedAndNotPutBackIsFound() {
        String left =
                "test('a', () => { mock.timers.enable({ apis: ['Date'] }); mock.method(Math, 'random'); process.env.TZ = 'UTC'; globalThis.seen = 1; });";
        assertEquals(
                "what the tests replaced and did not put back: expected []; seen [ 'Date', 'Math.random', 'process.env.TZ', 'seen' ]",
                failed(left, "tidy").message());
        String back =
                "test('a', (t) => { t.mock.timers.enable({ apis: ['Date', 'setTimeout'] }); t.mock.method(globalThis, 'fetch'); });"
                        + "test('b', () => { mock.method(console, 'log'); mock.restoreAll(); structuredClone({}); });";
        assertEquals(Outcome.PASSED, Fixture.check(judged(back), "tidy").outcome());
    }

    @Test
    void severalFilesAreRunEachByItself() {
        Report report =
                fixture.judged(
                        LAB,
                        Fixture.files(
                                Map.of(
                                        FILE,
                                        HEAD + GOOD,
                                        "test/more.mjs",
                                        "import test from 'node:test'; test('more', () => { throw new Error('here'); });",
                                        "other.js",
                                        "throw new Error('no test');")));
        assertEquals(
                "\"more\" (test/more.mjs:1) fails: Error: here",
                Fixture.check(report, "passes").message());
    }

    @Test
    void runShowsWhatNodeShows() throws Exception {
        BlockingQueue<LiveRun.Event> events = new LinkedBlockingQueue<>();
        Lab lab = fixture.lab(LAB);
        try (LiveRun run = fixture.judge.run(lab, lab.solution(), events::add)) {
            assertEquals(0, run.await(), events::toString);
        }
        assertTrue(events.toString().contains("✔ is 5 up to 1,000 g"), events::toString);
        assertTrue(events.toString().contains("pass 4"), events::toString);
    }

    @Test
    void variantsBelongToTheDigestAndToNobodysFiles() {
        Lab lab = fixture.lab(LAB);
        assertEquals(5, lab.variants().size());
        assertTrue(
                lab.starter().files().keySet().stream().noneMatch(it -> it.contains("variants")));
    }

    @Test
    void ofManyTestsSomeAreRunByThemselvesFromTheFirstToTheLast() {
        String many =
                """
                for (let grams = 1; grams <= 600; grams += 1) {
                  test(`${grams} g`, () => assert.equal(price(grams), 5));
                }
                """;
        assertEquals(Verdict.PASSED, judged(GOOD + many).verdict());
        CheckResult last =
                failed(
                        "let seen = 0;\n"
                                + GOOD
                                + many.replace("() =>", "() => ++seen &&")
                                + "test('the last', () => assert.ok(seen));",
                        "alone");
        assertTrue(String.valueOf(last.message()).startsWith("\"the last\""), last::toString);
    }
}
