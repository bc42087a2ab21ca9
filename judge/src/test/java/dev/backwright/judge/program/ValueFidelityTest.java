package dev.backwright.judge.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Js;
import dev.backwright.checks.Unmet;
import dev.backwright.checks.Value;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

class ValueFidelityTest {

    @RegisterExtension static final Workshop WORKSHOP = Workshop.plain();

    record Same(String expression, Object expected) {}

    private static final List<Same> EQUAL =
            List.of(
                    new Same("undefined", Js.UNDEFINED),
                    new Same("true", true),
                    new Same("false", false),
                    new Same("0", 0),
                    new Same("-0", Js.NEGATIVE_ZERO),
                    new Same("-0", 0),
                    new Same("NaN", Js.NAN),
                    new Same("Infinity", Js.INFINITY),
                    new Same("-Infinity", Js.NEGATIVE_INFINITY),
                    new Same("1.0", 1),
                    new Same("0.1 + 0.2", 0.1 + 0.2),
                    new Same("5e-324", Double.MIN_VALUE),
                    new Same("1.7976931348623157e308", Double.MAX_VALUE),
                    new Same("1e21", 1e21),
                    new Same("2 ** 53", 1L << 53),
                    new Same("123n", BigInteger.valueOf(123)),
                    new Same("-(2n ** 200n)", BigInteger.TWO.pow(200).negate()),
                    new Same("''", ""),
                    new Same("'é 漢 😀'", "é 漢 😀"),
                    new Same("'\\ud800'", "\ud800"),
                    new Same("'a\\udc00b\\0\\n\"\\\\'", "a\udc00b\0\n\"\\"),
                    new Same("[]", List.of()),
                    new Same("[1, 'a', [true]]", List.of(1, "a", List.of(true))),
                    new Same("[null, undefined]", Arrays.asList(null, Js.UNDEFINED)),
                    new Same("[, 1]", List.of(Js.UNDEFINED, 1)),
                    new Same("({})", Map.of()),
                    new Same(
                            "({ a: 1, b: { c: [2] } })",
                            Map.of("b", Map.of("c", List.of(2)), "a", 1)),
                    new Same("({ ['__proto__']: 1 })", Map.of("__proto__", 1)),
                    new Same("Object.assign(Object.create(null), { a: 1 })", Map.of("a", 1)),
                    new Same(
                            "new Map([['a', 1], [2, { b: 3 }]])",
                            Map.of("a", 1, 2, Map.of("b", 3))),
                    new Same("new Set([1, 'x', [2]])", Set.of(1, "x", List.of(2))),
                    new Same("new Date(0)", Instant.EPOCH),
                    new Same("new Date(1700000000123)", Instant.ofEpochMilli(1700000000123L)),
                    new Same("Buffer.from([0, 255])", new byte[] {0, -1}),
                    new Same("new Uint8Array([7])", new byte[] {7}),
                    new Same("new Uint8Array([7, 8]).buffer", new byte[] {7, 8}));

    private static final List<Same> DIFFERENT =
            List.of(
                    new Same("null", Js.UNDEFINED),
                    new Same("0", Js.NEGATIVE_ZERO),
                    new Same("1", "1"),
                    new Same("'1'", 1),
                    new Same("1n", 1),
                    new Same("1", BigInteger.ONE),
                    new Same("true", 1),
                    new Same("[1, 2]", List.of(2, 1)),
                    new Same("[1]", List.of(1, 1)),
                    new Same("({ a: undefined })", Map.of()),
                    new Same("({ a: 1, [Symbol('b')]: 2 })", Map.of("a", 1)),
                    new Same("({ get a() { return 1 } })", Map.of("a", 1)),
                    new Same("new (class Point { a = 1 })", Map.of("a", 1)),
                    new Same("new Proxy({ a: 1 }, {})", Map.of("a", 1)),
                    new Same("new Number(1)", 1),
                    new Same("new String('a')", "a"),
                    new Same("new Date(NaN)", Instant.EPOCH),
                    new Same("(function () { return arguments })(1)", Map.of("0", 1)),
                    new Same("new Map([[1, 1], ['1', 1]])", Map.of(1, 1)),
                    new Same("new Set([{}, {}])", Set.of(Map.of())));

    @TestFactory
    List<DynamicTest> whatIsThereArrivesAsItIs() {
        var program = WORKSHOP.program();
        return EQUAL.stream()
                .map(row -> DynamicTest.dynamicTest(row.expression, () -> equal(program, row)))
                .toList();
    }

    private static void equal(NodeProgram program, Same row) {
        program.value(row.expression).is(row.expected);
        program.value("({ in: [" + row.expression + "] })").is(Map.of("in", List.of(row.expected)));
    }

    @TestFactory
    List<DynamicTest> whatIsNotTheSameIsNotTakenForIt() {
        var program = WORKSHOP.program();
        return DIFFERENT.stream()
                .map(row -> DynamicTest.dynamicTest(row.expression, () -> different(program, row)))
                .toList();
    }

    private static void different(NodeProgram program, Same row) {
        program.value(row.expression).isNot(row.expected);
        Workshop.unmet(() -> program.value(row.expression).is(row.expected));
    }

    @TestFactory
    List<DynamicTest> whatGoesInComesOut() {
        var echo = WORKSHOP.program().value("(x) => x");
        return EQUAL.stream()
                .map(row ->
                        DynamicTest.dynamicTest(row.expression, () -> echoed(echo, row.expected)))
                .toList();
    }

    private static void echoed(Value echo, Object sent) {
        echo.call(sent).is(sent);
    }

    @Test
    void nullIsNull() {
        var program = WORKSHOP.program();
        program.value("null").is(null).isA("object").isPresent();
        assertNull(program.value("null").raw());
        assertNull(program.value("undefined").isA("undefined").isAbsent().raw());
        program.value("(x) => x === null").call((Object) null).is(true);
    }

    @Test
    void typesAreTold() {
        var program = WORKSHOP.program();
        program.value("Symbol('a')").isA("symbol");
        program.value("1n").isA("bigint");
        program.value("class A {}").isA("function");
        program.value("new Proxy(class A {}, {})").isA("function");
        program.value("new RangeError('x')").isInstanceOf("RangeError").isInstanceOf("Error");
        program.value("new (class Mine extends Map {})").isInstanceOf("Mine").isInstanceOf("Map");
        Workshop.unmet(() -> program.value("new (class Map {})").isInstanceOf("Map"));
        Workshop.unmet(() -> program.value("({ constructor: Map })").isInstanceOf("Map"));
    }

    @Test
    void theSameObjectIsTheSameHandle() {
        var program =
                WORKSHOP.program("a.js", "const o = {}; module.exports = { o, same: () => o };");
        var module = program.require("a.js");
        Value o = module.get("o");
        o.isSameAs(module.invoke("same")).isNotSameAs(program.value("({})"));
        program.value("NaN").isSameAs(program.value("NaN"));
        program.value("0").isNotSameAs(program.value("-0"));
        program.value("(a, b) => a.o === b").call(Map.of("o", o), o).is(true);
        program.value("(a) => [a]").call(o).is(List.of(o));
        program.value("[{}]").isNot(List.of(o));
        program.value("(s) => s === Symbol.iterator")
                .call(program.value("Symbol.iterator"))
                .is(true);
    }

    @Test
    void gettersAndTrapsDoNotRun() {
        var program = WORKSHOP.program();
        var touched = program.value("globalThis.touched = { n: 0 }");
        String trap = "touched.n++; throw 1";
        program.value("({ get x() { " + trap + " }, a: 1 })").isNot(Map.of("a", 1));
        program.value(
                        "new Proxy({}, { ownKeys() { TRAP }, get() { TRAP }, getPrototypeOf() { TRAP } })"
                                .replace("TRAP", trap))
                .isNot(Map.of())
                .isPresent();
        program.value("({ get [Symbol.toStringTag]() { return 'Map' } })").isNot(Map.of());
        touched.get("n").is(0);
    }

    @Test
    void whatContainsItselfIsCutThere() {
        var program = WORKSHOP.program();
        var cycle = program.value("(() => { const a = [1]; a.push(a); return a })()");
        cycle.isNot(List.of(1, 1)).is(List.of(1, cycle));
        assertEquals(
                "[ 1, [Circular] ]",
                String.valueOf(cycle.raw()).replace("[1, ", "[ 1, ").replace("]]", "] ]"));
        var bomb =
                program.value(
                        "(() => { let a = [0]; for (let i = 0; i < 60; i++) a = [a, a]; return a })()");
        assertTrue(bomb.raw() != null);
    }

    @Test
    void enormousValuesAreRefusedAndNothingBreaks() {
        var program = WORKSHOP.program();
        program.value("'x'.repeat(3e6)").isNot("x");
        program.value("Array.from({ length: 3e5 }, (_, i) => i)").isNot(List.of(0));
        program.value("(() => { let a = {}; for (let i = 0; i < 1e5; i++) a = { a }; return a })()")
                .isNot(Map.of());
        program.value("1").is(1);
    }

    @Test
    void aMutatedObjectIsSeenAsItIsNow() {
        var program = WORKSHOP.program();
        var list = program.value("[1]");
        list.is(List.of(1));
        list.invoke("push", 2);
        list.is(List.of(1, 2)).contains(2).lacks(3);
    }

    @Test
    void sightingsOfTextsAndNumbersWork() throws Unmet {
        var program = WORKSHOP.program();
        program.value("'hello'").contains("ell").matches("^h").lacks("x").isOneOf("a", "hello");
        assertEquals("hello", program.value("'hello'").text());
        assertEquals(7, program.value("7").isAtLeast(7).isAtMost(7).number());
        Workshop.unmet(() -> program.value("7.5").number());
    }
}
