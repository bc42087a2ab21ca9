package javascript.closures;

import dev.backwright.checks.Check;
import dev.backwright.checks.Js;
import dev.backwright.checks.Program;
import dev.backwright.checks.Seed;
import dev.backwright.checks.Spy;
import dev.backwright.checks.Value;
import java.util.List;

/// Counts calls and compares answers; reads no source and no wall clock.
class ClosuresChecks {

    private static final String FILE = "closures.js";

    @Check(
            id = "once-keeps-the-first-answer",
            title = "`once` calls its function a single time and keeps the answer")
    void onceKeepsTheFirstAnswer(Program program) {
        Value once = program.module(FILE).get("once").as("once");

        Spy add = program.spy("function (...n) { return n.reduce((a, b) => a + b, this?.base); }");
        Value sum = once.call(add).as("sum");
        Value till = program.value("({ base: 100 })").as("till");
        sum.callOn(till, 1, 2, 3, 4, 5)
                .because("`fn` is to get the `this` and all the arguments of the first call")
                .is(115);
        sum.callOn(till, 10, 20)
                .because("Every later call gets the first answer, whatever it asks")
                .is(115);
        add.calls().because("`fn` is called the first time and never again").is(1);

        Spy nothing = program.spy("() => undefined");
        Value quiet = once.call(nothing).as("quiet");
        quiet.call()
                .because("Each function that `once` makes has an answer of its own")
                .is(Js.UNDEFINED);
        quiet.call().is(Js.UNDEFINED);
        nothing.calls().because("`undefined` is an answer too: do not ask for it again").is(1);

        theAnswerItself(once.call(program.spy("() => ({ open: true })")).as("line"));
        aPromiseIsAnAnswer(program, once);
        anErrorIsNoAnswer(program, once, 1, 2, 3);
    }

    @Check(id = "counters-never-share", title = "`counter` counts, resets, and shares nothing")
    void countersNeverShare(Program program, Seed seed) {
        Value counter = program.module(FILE).get("counter").as("counter");
        int start = seed.between(20, 90);
        int step = seed.between(3, 9);

        Value first = counter.call(start, step).as("first");
        first.invoke("value").because("A new counter stands at `start`").is(start);
        first.invoke("next")
                .because("`next()` adds `step` and gives the new number")
                .is(start + step);
        first.invoke("next").is(start + 2 * step);
        first.invoke("value")
                .because("`value()` gives the number as it is now, not as it was at the start")
                .is(start + 2 * step);

        Value second = counter.call().as("second");
        second.invoke("next").because("Without arguments a counter goes 1, 2, 3").is(1);
        first.invoke("value")
                .because("Another counter has moved, this one has not")
                .is(start + 2 * step);
        first.invoke("reset");
        first.invoke("value").because("`reset()` goes back to `start`").is(start);
        first.invoke("next")
                .because("After `reset()` it counts from `start` again")
                .is(start + step);
        second.invoke("value").because("Another counter was reset, this one was not").is(1);

        Value next = second.get("next").as("next");
        next.call().because("Its functions also work when they are taken off the counter").is(2);
        second.get("value").as("value").call().is(2);

        Value down = counter.call(-1, -2).as("down");
        down.invoke("next").because("A `step` below 0 counts down").is(-3);
        down.invoke("next").is(-5);
        counter.call(5, 0).as("still").invoke("next").because("A `step` of 0 is a step too").is(5);
        Value halves = counter.call(0, 0.5).as("halves");
        halves.invoke("next").because("A `step` need not be a whole number").is(0.5);
        halves.invoke("next").is(1);

        program.value(
                        """
                        (made) => {
                          for (const key of Reflect.ownKeys(made)) {
                            try {
                              if (typeof made[key] !== 'function') made[key] = 999;
                            } catch {
                              // it defends itself
                            }
                          }
                        }
                        """)
                .as("setAllButTheFunctionsTo999")
                .call(down);
        down.invoke("value")
                .because("Nothing but its three functions can change the number of a counter")
                .is(-5);
    }

    @Check(id = "buttons-keep-their-label", title = "every button keeps its own label and position")
    void buttonsKeepTheirLabel(Program program, Seed seed) {
        Value buttons = program.module(FILE).get("buttons").as("buttons");
        String third = seed.pick(List.of("save", "print", "send"));

        Value desk =
                program.value(
                                """
                                ((presses) => ({
                                  press: (...said) => {
                                    presses.push(said);
                                    return `${said[0]} at ${said[1]}`;
                                  },
                                  get count() { return presses.length; },
                                  get last() { return presses.at(-1); },
                                }))([])
                                """)
                        .as("desk");
        Value labels = program.value("['open', '', '" + third + "', 'open']").as("labels");
        Value made = buttons.call(labels, desk.get("press").as("onPress")).as("made");
        made.get("length").because("There is one function for each label, also for ''").is(4);
        desk.get("count").as("presses").because("Nobody has pressed anything yet").is(0);

        made.get("3")
                .as("made[3]")
                .call("click")
                .because("A press gives the answer of `onPress`")
                .is("open at 3");
        desk.get("last")
                .as("the last press")
                .because("`onPress` gets the label and the position, and nothing else")
                .is(List.of("open", 3));
        made.get("3").as("made[3]").call();
        desk.get("count").as("presses").because("A button can be pressed again").is(2);
        pressed(made, 0, desk, "open", "The first was pressed, not another with the same label");
        pressed(made, 1, desk, "", "'' is a label like any other");

        labels.invoke("fill", "sold out");
        pressed(
                made,
                2,
                desk,
                third,
                "A button keeps the label it was made for, also when the array changes");
        desk.get("count").as("presses").because("Each press calls `onPress` once").is(5);
    }

    @Check(
            id = "memoize-tells-arguments-apart",
            title = "`memoize` asks once for each different list of arguments")
    void memoizeTellsArgumentsApart(Program program) {
        Value memoize = program.module(FILE).get("memoize").as("memoize");
        Spy supplier = program.spy("(item, pieces, ...extra) => 12 * pieces + 5 * extra.length");
        Value quote = memoize.call(supplier).as("quote");
        quote.call("oil", 1).is(12);
        quote.call("oil", 2).because("Another number of pieces is another question").is(24);
        quote.call("oil", 2, "at night")
                .because("All arguments count, also those `fn` names no parameter for")
                .is(29);
        quote.call("oil", 1).is(12);
        supplier.calls().because("Three different lists of arguments were asked").is(3);

        Value ask = memoize.call(program.spy("((n) => () => ++n)(0)")).as("number");
        ask.call().because("`number` numbers each new list of arguments, beginning at 1").is(1);
        newList(
                ask,
                2,
                "A missing argument and `undefined` are lists of different length",
                Js.UNDEFINED);
        newList(ask, 3, "`null` is not `undefined`", (Object) null);
        newList(ask, 4, "`Object.is(NaN, null)` is false", Js.NAN);
        newList(ask, 5, "A number is not the text of that number", 1);
        newList(ask, 6, "A number is not the text of that number", "1");
        newList(ask, 7, "A longer list is another list, also when it begins alike", 1, 2);
        newList(ask, 8, "The order of the arguments is part of the list", 2, 1);
        newList(ask, 9, "`Object.is(0, -0)` is false", 0);
        newList(ask, 10, "`Object.is(0, -0)` is false", Js.NEGATIVE_ZERO);
        newList(ask, 11, "A comma inside a text parts no arguments", "a,b", "c");
        newList(ask, 12, "A comma inside a text parts no arguments", "a", "b,c");
        Value one = program.value("({ id: 1 })").as("one");
        Value like = program.value("({ id: 1 })").as("like");
        newList(ask, 13, "An object nobody has asked with yet", one);
        newList(ask, 14, "Two objects are different objects, also when they look alike", like);
        Value x = program.value("Symbol('x')").as("x");
        newList(ask, 15, "A symbol nobody has asked with yet", x);
        newList(
                ask,
                16,
                "Two symbols are different, also when they are described alike",
                program.value("Symbol('x')").as("otherX"));
        newList(ask, 17, "Two texts", "a", "b");
        newList(ask, 18, "One text is not two, whatever stands in it", "a|string:b");

        sameList(ask, 1);
        sameList(ask, 4, Js.NAN);
        sameList(ask, 7, 1, 2);
        sameList(ask, 10, Js.NEGATIVE_ZERO);
        sameList(ask, 13, one);
        sameList(ask, 15, x);
        program.value("(fn) => { for (let i = 0; i < 1100; i++) fn('item ' + i); }")
                .as("askFor1100Items")
                .call(ask);
        ask.call().because("It keeps all answers, the first one too").is(1);
        ask.call("item 0").because("It keeps all answers").is(19);
    }

    @Check(
            id = "memoize-answers-as-its-function",
            title = "a memoised function answers as its own `fn` would",
            needs = "memoize-tells-arguments-apart")
    void memoizeAnswersAsItsFunction(Program program) {
        Value memoize = program.module(FILE).get("memoize").as("memoize");

        Value twice = memoize.call(program.spy("(n) => 2 * n")).as("twice");
        Value thrice = memoize.call(program.spy("(n) => 3 * n")).as("thrice");
        twice.call(7).is(14);
        thrice.call(7).because("Each memoised function has answers of its own").is(21);

        Spy search = program.spy("(name) => undefined");
        Value find = memoize.call(search).as("find");
        find.call("nobody").is(Js.UNDEFINED);
        find.call("nobody").is(Js.UNDEFINED);
        search.calls().because("`undefined` is an answer too: do not ask for it again").is(1);

        Spy multiply = program.spy("function (n) { return this?.factor * n; }");
        Value price = memoize.call(multiply).as("price");
        price.callOn(program.value("({ factor: 5 })").as("shop"), 4)
                .because("`fn` is to get the `this` the memoised function was called with")
                .is(20);
        price.callOn(program.value("({ factor: 6 })").as("otherShop"), 4)
                .because("`this` is not compared: this list of arguments has its answer")
                .is(20);
        multiply.calls().because("`this` is not compared: one list was asked").is(1);

        theAnswerItself(memoize.call(program.spy("() => ({ open: true })")).as("line"));
        aPromiseIsAnAnswer(program, memoize);
        anErrorIsNoAnswer(program, memoize, 3, 3, 3);
    }

    @Check(
            id = "rate-window-slides",
            title = "the rate window lets `limit` calls through in any `span`, and no more")
    void rateWindowSlides(Program program, Seed seed) {
        Value rateWindow = program.module(FILE).get("rateWindow").as("rateWindow");
        int span = seed.pick(List.of(250, 400, 600));
        Value clock =
                program.value("((t) => ({ now: () => t, set: (to) => { t = to; } }))(-1)")
                        .as("clock");
        clock.invoke("set", 0);
        Value allow = rateWindow.call(2, span, clock.get("now")).as("allow");

        allow.call().because("Nothing has been let through yet").is(true);
        clock.invoke("set", span - 50);
        allow.call().because("One of two is used").is(true);
        clock.invoke("set", span);
        allow.call()
                .because("The first was let through exactly `span` ago and counts no more")
                .is(true);
        allow.call().because("Two were let through in the last 50 ms, and `limit` is 2").is(false);
        clock.invoke("set", 2 * span - 51);
        allow.call()
                .because("The second was let through 1 ms less than `span` ago and still counts")
                .is(false);
        clock.invoke("set", 2 * span - 50);
        allow.call()
                .because("The second is `span` old, and the two refused calls never count")
                .is(true);

        int limit = seed.between(3, 5);
        Value other = rateWindow.call(limit, 5000, clock.get("now")).as("other");
        fills(other, limit, "Another window has a limit of its own, " + limit);
        clock.invoke("set", 60_000);
        fills(other, limit, "All it let through is older than `span`; it lets " + limit + " pass");
        allow.call().because("What another window let through is not ours").is(true);

        Value hourly = rateWindow.call(1, 3_600_000).as("hourly");
        hourly.call().because("Without a third argument the clock is `Date.now`").is(true);
        hourly.call().because("One was let through this hour").is(false);
    }

    private static void pressed(Value made, int at, Value desk, String label, String why) {
        made.get(String.valueOf(at)).as("made[" + at + "]").call();
        desk.get("last").as("the last press").because(why).is(List.of(label, at));
    }

    /// At one moment a window lets `limit` calls through and refuses the next one.
    private static void fills(Value window, int limit, String why) {
        for (int i = 0; i < limit; i++) {
            window.call().because(why).is(true);
        }
        window.call()
                .because(limit + " were let through at this very millisecond, each of them counts")
                .is(false);
    }

    private static void theAnswerItself(Value made) {
        Value first = made.call().as("theAnswer");
        made.call().because("Later calls get the very same answer, not a copy").isSameAs(first);
    }

    private static void aPromiseIsAnAnswer(Program program, Value maker) {
        Value made =
                maker.call(
                                program.spy(
                                        """
                                        () => {
                                          const late = Promise.reject(new Error('too late'));
                                          late.catch(() => {});
                                          return late;
                                        }
                                        """))
                        .as("later");
        Value first = made.call().as("theFirstPromise");
        program.settle(100);
        made.call()
                .because("A promise is an answer like any other, also one rejected later")
                .isSameAs(first);
    }

    /// A function that throws twice and answers afterwards.
    private static void anErrorIsNoAnswer(
            Program program, Value maker, int first, int second, int third) {
        Value shop =
                program.value(
                                """
                                ((error) => ({
                                  error,
                                  asked: 0,
                                  get ask() {
                                    const shop = this;
                                    return function (n) {
                                      if (++shop.asked <= 2) throw error;
                                      return this?.base + n;
                                    };
                                  },
                                }))(new Error('away'))
                                """)
                        .as("shop");
        Value made = maker.call(shop.get("ask").as("failsTwice")).as("load");
        Value error = shop.get("error").as("shop.error");
        made.thrownBy(first)
                .because("What `fn` throws goes to the caller: the very same error")
                .isSameAs(error);
        made.thrownBy(second)
                .because("An error is no answer: the next call asks again, and may fail again")
                .isSameAs(error);
        Value till = program.value("({ base: 100 })").as("till");
        made.callOn(till, third)
                .because("After an error the next call asks with its own `this` and arguments")
                .is(100 + third);
        made.callOn(till, third).is(100 + third);
        shop.get("asked")
                .because("`fn` was asked three times, twice in vain; then there was an answer")
                .is(3);
    }

    private static void newList(Value ask, int expected, String why, Object... arguments) {
        ask.call(arguments).because(why).is(expected);
    }

    private static void sameList(Value ask, int expected, Object... arguments) {
        ask.call(arguments)
                .because("This list was asked before, and each argument is the same by `Object.is`")
                .is(expected);
    }
}
