package dev.backwright.judge.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Js;
import dev.backwright.checks.Spy;
import dev.backwright.checks.Unmet;
import dev.backwright.checks.Value;
import dev.backwright.judge.JudgeException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OperationsTest {

    @RegisterExtension static final Workshop WORKSHOP = Workshop.plain();

    private static final String SHOP =
            """
            export const memoize = (fn) => {
              const cache = new Map();
              return (item, pieces) => {
                if (!cache.has(item)) cache.set(item, fn(item, pieces));
                return cache.get(item);
              };
            };
            export class Counter {
              #n = 0;
              constructor(start) { this.#n = start; }
              add(n = 1) { this.#n += n; return this.#n; }
              get value() { return this.#n; }
            }
            export function fail(text) {
              throw new RangeError(text);
            }
            export const slow = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));
            export const refuse = async () => { throw new TypeError('no'); };
            export function self() { return this; }
            export default { name: 'shop', greet() { return this.name; } };
            """;

    private final NodeProgram program = WORKSHOP.program("shop.mjs", SHOP);
    private final Value shop = program.module("shop.mjs");

    @Test
    void functionsAreCalledConstructedAndInvoked() {
        Value counter = shop.get("Counter").construct(5).as("counter");
        counter.invoke("add", 2).is(7);
        counter.get("value").is(7);
        counter.isInstanceOf("Counter").isA("object");
        shop.get("default").invoke("greet").is("shop");
        shop.get("self").call().isAbsent();
        shop.get("self").callOn(counter).isSameAs(counter);
        shop.get("self").callOn("text").is("text");
    }

    @Test
    void promisesAreAwaited() {
        shop.get("slow").call(5, "done").awaited().is("done");
        shop.get("refuse").call().rejection().isInstanceOf("TypeError").get("message").is("no");
        program.value("41").awaited().is(41);
        Unmet rejected = Workshop.unmet(() -> shop.get("refuse").call().awaited());
        assertEquals(
                "await refuse() was rejected with TypeError: no (shop.mjs:18:43)",
                rejected.getMessage());
        Unmet fulfilled = Workshop.unmet(() -> shop.get("slow").call(1, 7).rejection());
        assertEquals("await slow(1, 7) was not rejected; it gave 7", fulfilled.getMessage());
        Unmet never = Workshop.unmet(() -> program.value("new Promise(() => {})").awaited());
        assertTrue(
                String.valueOf(never.getMessage()).contains("never settles"), never.getMessage());
    }

    @Test
    void aRejectedPromiseInTheChecksHandsDoesNotEndTheProgram() {
        Value refused = shop.get("refuse").call();
        shop.get("slow").call(5, 1).awaited().is(1);
        refused.rejection().get("message").is("no");
    }

    @Test
    void whatIsThrownIsGiven() {
        Value thrown = shop.get("fail").thrownBy("too far");
        thrown.isInstanceOf("RangeError").get("message").is("too far");
        Unmet nothing = Workshop.unmet(() -> shop.get("self").thrownBy());
        assertEquals("self() threw nothing; it gave undefined", nothing.getMessage());
    }

    @Test
    void spiesRemember() {
        Spy spy = program.spy("function price(item, n) { return 12 * n }");
        Value quote = shop.get("memoize").call(spy).as("quote");
        quote.call("oil", 1).is(12);
        quote.call("salt", 2).is(24);
        spy.calls().is(2);
        spy.arguments().get(1).get(0).is("salt");
        spy.selves().getFirst().isAbsent();
        spy.function().get("name").is("price");
        spy.function().get("length").is(2);
        assertEquals(2, spy.arguments().size());
    }

    @Test
    void spiesConstructAndAwaitLikeWhatTheyWrap() {
        Spy type = program.spy("class A { constructor(n) { this.n = n } }");
        type.function().construct(3).isInstanceOf("A").get("n").is(3);
        type.calls().is(1);
        Spy later = program.spy("async (n) => n + 1");
        later.function().call(1).awaited().is(2);
        Spy failing = program.spy("() => { throw new Error('mine') }");
        failing.function().thrownBy().get("message").is("mine");
        failing.calls().is(1);
        program.value("(f, o) => { o.f = f; return o.f(1) }")
                .call(program.spy("function () { return this.k }"), Map.of("k", 9))
                .is(9);
    }

    @Test
    void theRowsTellWhatWasCalledExpectedAndSeen() {
        Spy spy = program.spy("(item, n) => 12 * n");
        Value quote = shop.get("memoize").call(spy).as("quote");
        Unmet unmet =
                Workshop.unmet(() -> {
                    quote.call("oil", 1).is(12);
                    quote.call("oil", 2).because("the pieces differ").is(24);
                });
        assertEquals(
                "the pieces differ: quote('oil', 2): expected 24; seen 12", unmet.getMessage());
        assertEquals(
                List.of(
                        new Evidence.Calls.Row(
                                "memoize((item, n) => 12 * n)",
                                null,
                                "[Function (anonymous)]",
                                true),
                        new Evidence.Calls.Row("quote('oil', 1)", "12", "12", true),
                        new Evidence.Calls.Row("quote('oil', 2)", "24", "12", false)),
                ((Evidence.Calls) unmet.evidence().getFirst()).rows());
    }

    @Test
    void aCountOfCallsIsARowWithWhatWasExpected() {
        Spy spy = program.spy("function price() {}");
        spy.function().call();
        Unmet unmet = Workshop.unmet(() -> spy.calls().isAtMost(0));
        assertEquals(
                new Evidence.Calls.Row(
                        "calls of function price() {}", "a number, at most 0", "1", false),
                ((Evidence.Calls) unmet.evidence().getFirst()).rows().getLast());
    }

    @Test
    void anExceptionWhereAValueWasExpectedSaysWhere() {
        Unmet unmet = Workshop.unmet(() -> shop.get("fail").call("far", Js.NAN, List.of(1)));
        assertEquals(
                "fail('far', NaN, [ 1 ]) threw RangeError: far (shop.mjs:15:9)",
                unmet.getMessage());
        var stack = (Evidence.Console) unmet.evidence().getLast();
        assertEquals("RangeError: far\n    at fail (shop.mjs:15:9)", stack.err());
    }

    @Test
    void whatIsNoFunctionIsNotCalled() {
        assertEquals(
                "shop.mjs has no export named `memoise`",
                Workshop.unmet(() -> shop.get("memoise").call()).getMessage());
        assertEquals(
                "shop.name is not a function, but 'shop'",
                Workshop.unmet(() -> shop.get("default").get("name").call()).getMessage());
        Unmet method = Workshop.unmet(() -> shop.get("default").invoke("nope", 1));
        assertTrue(
                String.valueOf(method.getMessage()).contains("shop.nope(1)"), method.getMessage());
    }

    @Test
    void aWrongExpressionOfTheChecksOwnIsNotTheLearnersFailure() {
        assertThrows(JudgeException.class, () -> program.value("((("));
        assertThrows(JudgeException.class, () -> program.spy("42"));
    }

    @Test
    void timersRunWhenTheProgramSettles() {
        Value log = program.value("globalThis.log = []");
        program.value(
                "setTimeout(() => log.push('timer'), 200), setImmediate(() => log.push('immediate')), Promise.resolve().then(() => log.push('job')), 0");
        log.is(List.of());
        program.settle(5_000);
        log.is(List.of("job", "immediate", "timer"));
        program.value("setInterval(() => log.push('beat'), 1).constructor.name").is("Timeout");
        program.settle(50);
        log.contains("beat");
    }

    @Test
    void programsSideBySideShareNothing() {
        var other = WORKSHOP.program("shop.mjs", SHOP);
        program.value("globalThis.mark = 1").is(1);
        other.value("typeof mark").is("undefined");
        Value mine = shop.get("Counter").construct(1);
        Value others = other.module("shop.mjs").get("Counter").construct(10);
        mine.invoke("add", 1).is(2);
        others.invoke("add", 1).is(11);
    }
}
