package dev.backwright.tracer.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// What is seen in the steps of small programs.
class RecordingTest {

    @Test
    void aClosureAtRestKeepsItsScope() {
        var run =
                Recorded.script(
                        """
                        function counter(start) { let n = start; return () => ++n; }
                        const next = counter(5);
                        next();
                        'rest';
                        """);
        var rest = run.at("'rest'").getFirst();
        var scope =
                Recorded.scope(
                        rest, Recorded.object(rest, Recorded.variable(rest, "next")).get("scope"));
        assertEquals("counter", scope.get("name").asString());
        assertEquals("{\"start\":5,\"n\":6}", scope.get("vars").toString());
        assertTrue(scope.get("closed").asBoolean());
    }

    @Test
    void aScopeIsTheSameFromTheCallAndFromTheClosure() {
        var run =
                Recorded.script(
                        """
                        function make() { let n = 1; const f = () => n; n = 2; return f; }
                        make()();
                        """);
        var inside = run.at("n = 2").getFirst();
        var call = inside.get("calls").get(inside.get("top").asString());
        assertEquals(
                call.get("scope"),
                Recorded.object(inside, Recorded.variable(inside, "f")).get("scope"));
        var later = run.at("n").getFirst();
        var closure =
                Recorded.scope(
                        later, later.get("calls").get(later.get("top").asString()).get("scope"));
        assertEquals(call.get("scope"), closure.get("outer"));
    }

    @Test
    void eachRoundOfALoopHasItsOwnBinding() {
        var run =
                Recorded.script(
                        """
                        const all = [];
                        for (let i = 0; i < 2; i++) all.push(() => i);
                        'end';
                        """);
        var end = run.at("'end'").getFirst();
        var all = Recorded.object(end, Recorded.variable(end, "all")).get("props");
        var scopes =
                List.of("0", "1").stream()
                        .map(i ->
                                Recorded.scope(end, Recorded.object(end, all.get(i)).get("scope")))
                        .map(scope -> scope.get("vars").get("i").asInt())
                        .toList();
        assertEquals(List.of(0, 1), scopes);
    }

    @Test
    void accessorsAreNotCalled() {
        var run =
                Recorded.script(
                        """
                        const o = { get x() { console.log('called'); return 1; } };
                        class A { #p = 1; get y() { console.log('called'); return this.#p; } }
                        const a = new A();
                        'end';
                        """);
        assertEquals("", run.console());
        var end = run.at("'end'").getFirst();
        var x = Recorded.object(end, Recorded.variable(end, "o")).get("props").get("x");
        assertEquals("accessor", x.get(0).asString());
        assertEquals(
                "{\"#p\":1}",
                Recorded.object(end, Recorded.variable(end, "a")).get("private").toString());
    }

    @Test
    void whatAReadRunsHasStepsOfItsOwn() {
        var run =
                Recorded.script(
                        """
                        const box = { get size() { return 'getter'; } };
                        const proxy = new Proxy({}, { get() { return 'trap'; } });
                        const number = { valueOf() { return 40; } };
                        [box.size, proxy.size, number + 2];
                        """);
        for (var code : List.of("return 'getter'", "return 'trap'", "return 40")) {
            assertFalse(run.at(code).isEmpty(), code);
        }
    }

    @Test
    void aProxyIsNotAsked() {
        var run =
                Recorded.script(
                        """
                        const handler = new Proxy({}, { get(_, trap) { return () => { throw new Error(trap); }; } });
                        const p = new Proxy({ inside: 1 }, handler);
                        const around = { p, list: [p], map: new Map([[p, p]]) };
                        'end';
                        """);
        assertEquals(0, run.exit(), run.console());
        var end = run.at("'end'").getFirst();
        var proxy = Recorded.object(end, Recorded.variable(end, "p"));
        assertEquals("proxy", proxy.get("kind").asString());
        assertEquals(
                1, Recorded.object(end, proxy.get("target")).get("props").get("inside").asInt());
    }

    @Test
    void identityIsStable() {
        var run =
                Recorded.script(
                        """
                        let a = { n: 1 };
                        const b = a;
                        a = null;
                        'gone';
                        a = b;
                        'back';
                        """);
        var before = Recorded.variable(run.at("a = null").getFirst(), "a");
        assertEquals(before, Recorded.variable(run.at("'gone'").getFirst(), "b"));
        assertEquals(before, Recorded.variable(run.at("'back'").getFirst(), "a"));
    }

    @Test
    void aChangeBehindOurBackIsSeen() {
        var run =
                Recorded.script(
                        """
                        const list = [3, 1, 2], o = { list };
                        list.sort();
                        'sorted';
                        Object.assign(o, { more: true });
                        'assigned';
                        """);
        var sorted = run.at("'sorted'").getFirst();
        assertEquals(
                "{\"0\":1,\"1\":2,\"2\":3,\"length\":3}",
                Recorded.object(sorted, Recorded.variable(sorted, "list")).get("props").toString());
        var assigned = run.at("'assigned'").getFirst();
        assertTrue(
                Recorded.object(assigned, Recorded.variable(assigned, "o"))
                        .get("props")
                        .has("more"));
    }

    @Test
    void whatIsNotInitialisedYetSaysSo() {
        var run = Recorded.script("'early'; let x = 1; const y = 2; 'late';");
        assertEquals(
                "[\"uninitialized\"]",
                Recorded.variable(run.at("'early'").getFirst(), "x").toString());
        assertEquals("2", Recorded.variable(run.at("'late'").getFirst(), "y").toString());
    }

    @Test
    void thisIsThereAsSoonAsSuperHasReturned() {
        var run =
                Recorded.script(
                        """
                        class A {}
                        class B extends A { constructor() { 'before'; super(); 'after'; } }
                        new B();
                        """);
        assertEquals("uninitialized", self(run.at("'before'").getFirst()).get(0).asString());
        assertEquals("ref", self(run.at("'after'").getFirst()).get(0).asString());
    }

    private static tools.jackson.databind.JsonNode self(tools.jackson.databind.JsonNode state) {
        return state.get("calls").get(state.get("top").asString()).get("this");
    }

    @Test
    void anErrorPassesEachCallThatDoesNotCatchIt() {
        var run =
                Recorded.script(
                        """
                        function inner() { throw new Error('no'); }
                        function outer() { inner(); }
                        try { outer(); } catch (e) { console.log(e.message); }
                        """);
        assertEquals(2, run.events("throw").size());
        assertEquals(
                "catch",
                Recorded.scope(run.at("console.log(e.message)").getFirst(), top(run).get("scope"))
                        .get("kind")
                        .asString());
    }

    private static tools.jackson.databind.JsonNode top(Recorded run) {
        var caught = run.at("console.log(e.message)").getFirst();
        return caught.get("calls").get(caught.get("top").asString());
    }

    @Test
    void aGeneratorsCallComesBackWithItsNumber() {
        var run =
                Recorded.script(
                        """
                        function* g() { const a = yield 1; yield a; }
                        const it = g();
                        it.next(); it.next('two');
                        """);
        var resumed = run.events("resume");
        assertEquals(2, resumed.size());
        assertEquals(resumed.get(0).get("top"), resumed.get(1).get("top"));
        assertEquals("two", Recorded.variable(run.at("yield a").getFirst(), "a").asString());
    }

    @Test
    void anAsyncFunctionSaysWhoAwaitsIt() {
        var run =
                Recorded.script(
                        """
                        async function inner() { await null; 'inside'; }
                        async function outer() { await inner(); }
                        outer();
                        """);
        var inside = run.at("'inside'").getFirst();
        var call = inside.get("calls").get(inside.get("top").asString());
        var outer = run.at("inner()").getFirst().get("top");
        assertEquals(outer, call.get("awaits"));
        assertTrue(call.get("async").asBoolean());
    }

    @Test
    void importsShowWhatTheModuleHoldsNow() {
        var run =
                Recorded.of(
                        Limits.STANDARD,
                        "main.mjs",
                        java.util.Map.of(
                                "main.mjs", "import { n, inc } from './lib.mjs'; inc(); 'end';",
                                "lib.mjs", "export let n = 0; export function inc() { n += 1; }"));
        assertEquals(1, Recorded.variable(run.at("'end'").getFirst(), "n").asInt());
    }

    @Test
    void aConsoleLineNamesItsStep() {
        var run = Recorded.script("console.log('one'); console.error('two');");
        var lines = StreamSupport.stream(run.trace().get("console").spliterator(), false).toList();
        assertEquals(
                List.of("out", "err"),
                lines.stream().map(line -> line.get("stream").asString()).toList());
        for (var line : lines) {
            assertEquals(
                    "console", run.states().get(line.get("step").asInt()).get("event").asString());
        }
    }

    @Test
    void nodesOwnObjectsAreNamedAndNotFollowed() {
        var run =
                Recorded.script(
                        "const { EventEmitter } = require('events'); const e = new EventEmitter();"
                                + " const c = console; 'end';");
        var end = run.at("'end'").getFirst();
        assertEquals(
                "[\"native\",\"EventEmitter\"]", Recorded.variable(end, "EventEmitter").toString());
        assertEquals(
                "intrinsic",
                Recorded.object(end, Recorded.variable(end, "c")).get("kind").asString());
        var emitter = Recorded.object(end, Recorded.variable(end, "e"));
        assertFalse(emitter.has("props"), emitter.toString());
        assertFalse(emitter.has("symbols"), emitter.toString());
        assertNotEquals(null, emitter.get("proto"));
    }

    @Test
    void aNamespaceShowsWhatItsModuleHoldsNow() {
        var run =
                Recorded.of(
                        Limits.STANDARD,
                        "main.mjs",
                        java.util.Map.of(
                                "main.mjs",
                                "import * as lib from './lib.mjs'; import * as path from"
                                        + " 'node:path'; 'before'; lib.inc(); 'after'; [lib, path];",
                                "lib.mjs",
                                "export let n = 0; export function inc() { n += 1; } export default"
                                        + " 'd';"));
        var before = run.at("'before'").getFirst();
        var lib = Recorded.variable(before, "lib");
        assertEquals("module", Recorded.object(before, lib).get("kind").asString());
        assertEquals(0, Recorded.object(before, lib).get("props").get("n").asInt());
        var after = Recorded.object(run.at("'after'").getFirst(), lib).get("props");
        assertEquals(1, after.get("n").asInt());
        assertEquals("d", after.get("default").asString());
        var path =
                Recorded.object(
                        run.last(), Recorded.variable(run.at("'after'").getFirst(), "path"));
        assertFalse(path != null && path.has("props"), "Node's own modules are not followed");
    }

    @Test
    void theLanguagesIteratorsAreNamedAndNotFollowed() {
        var run =
                Recorded.script(
                        """
                        function* g() { yield 1; }
                        const all = [g(), 'x'.matchAll(/x/g), [1].values().map((x) => x)];
                        'end';
                        """);
        var end = run.at("'end'").getFirst();
        var all = Recorded.object(end, Recorded.variable(end, "all")).get("props");
        var prototypes =
                List.of("0", "1", "2").stream()
                        .map(i -> Recorded.object(end, all.get(i)).get("proto"))
                        .map(number -> end.get("objects").get(number.asString()))
                        .toList();
        var ofGenerators = end.get("objects").get(prototypes.get(0).get("proto").asString());
        assertEquals("Generator.prototype", ofGenerators.get("class").asString());
        assertEquals("RegExp String Iterator.prototype", prototypes.get(1).get("class").asString());
        assertEquals("Iterator Helper.prototype", prototypes.get(2).get("class").asString());
    }
}
