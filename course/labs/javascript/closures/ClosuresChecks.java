package javascript.closures;

import dev.backwright.checks.Check;
import dev.backwright.checks.Js;
import dev.backwright.checks.Program;
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

        Spy add = program.spy("function (a, b) { return this?.base + a + b; }");
        Value sum = once.call(add).as("sum");
        Value till = program.value("({ base: 100 })").as("till");
        sum.callOn(till, 2, 3)
                .because("`fn` is to get the `this` and the arguments of the first call")
                .is(105);
        sum.callOn(till, 10, 20)
                .because("Every later call gets the first answer, whatever it asks")
                .is(105);
        add.calls().because("`fn` is called the first time and never again").is(1);

        Spy nothing = program.spy("() => undefined");
        Value quiet = once.call(nothing).as("quiet");
        quiet.call()
                .because("Each function that `once` makes has an answer of its own")
                .is(Js.UNDEFINED);
        quiet.call().is(Js.UNDEFINED);
        nothing.calls().because("`undefined` is an answer too: do not ask for it again").is(1);

        errorIsNoAnswer(program, once, "connect");
    }

    @Check(id = "counters-never-share", title = "two counters never share a number")
    void countersNeverShare(Program program) {
        Value counter = program.module(FILE).get("counter").as("counter");

        Value tens = counter.call(100, 10).as("tens");
        tens.invoke("value").because("A new counter stands at `start`").is(100);
        tens.invoke("next").because("`next()` adds `step` and gives the new number").is(110);
        tens.invoke("next").is(120);
        tens.invoke("value")
                .because("`value()` gives the number as it is now, not as it was at the start")
                .is(120);

        Value ones = counter.call().as("ones");
        ones.invoke("next").because("Without arguments a counter goes 1, 2, 3").is(1);
        tens.invoke("value").because("Another counter has moved, this one has not").is(120);
        tens.invoke("reset");
        tens.invoke("value").because("`reset()` goes back to `start`").is(100);
        ones.invoke("value").because("Another counter was reset, this one was not").is(1);

        Value next = ones.get("next").as("next");
        next.call().because("Its functions also work when they are taken off the counter").is(2);
        ones.get("value").as("value").call().is(2);
    }

    @Check(id = "buttons-keep-their-label", title = "every button keeps its own label and position")
    void buttonsKeepTheirLabel(Program program) {
        Value buttons = program.module(FILE).get("buttons").as("buttons");

        Value desk =
                program.value(
                                """
                                (() => {
                                  const presses = [];
                                  return { presses, press: (...said) => { presses.push(said.slice(0, 2)); } };
                                })()
                                """)
                        .as("desk");
        Value labels = program.value("['open', 'save', 'close']").as("labels");
        Value made = buttons.call(labels, desk.get("press").as("onPress")).as("made");
        made.get("length").because("There is one function for each label").is(3);
        made.get("2").as("made[2]").call();
        desk.get("presses")
                .as("presses")
                .because("Only the third button was pressed: its label, its position")
                .is(List.of(List.of("close", 2)));
        made.get("0").as("made[0]").call();
        desk.get("presses")
                .as("presses")
                .because("Then the first was pressed")
                .is(List.of(List.of("close", 2), List.of("open", 0)));

        labels.invoke("fill", "sold out");
        made.get("1").as("made[1]").call();
        desk.get("presses")
                .as("presses")
                .because("A button keeps the label it was made for, also when the array changes")
                .is(List.of(List.of("close", 2), List.of("open", 0), List.of("save", 1)));
    }

    @Check(
            id = "memoize-tells-arguments-apart",
            title = "`memoize` asks once for each different list of arguments")
    void memoizeTellsArgumentsApart(Program program) {
        Value memoize = program.module(FILE).get("memoize").as("memoize");
        Spy supplier = program.spy("(item, pieces) => 12 * pieces");
        Value quote = memoize.call(supplier).as("quote");
        quote.call("oil", 1).is(12);
        quote.call("oil", 2).because("Another number of pieces is another question").is(24);
        quote.call("oil", 1).is(12);
        supplier.calls().because("Two different lists of arguments were asked").is(2);

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

        sameList(ask, 1);
        sameList(ask, 4, Js.NAN);
        sameList(ask, 7, 1, 2);
        sameList(ask, 10, Js.NEGATIVE_ZERO);
        sameList(ask, 13, one);
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

        Value shop = program.value("({ factor: 5 })").as("shop");
        memoize.call(program.spy("function (n) { return this?.factor * n; }"))
                .as("price")
                .callOn(shop, 4)
                .because("`fn` is to get the `this` the memoised function was called with")
                .is(20);

        errorIsNoAnswer(program, memoize, "load");
    }

    @Check(
            id = "rate-window-slides",
            title = "the rate window lets `limit` calls through in any `span`, and no more")
    void rateWindowSlides(Program program) {
        Value rateWindow = program.module(FILE).get("rateWindow").as("rateWindow");
        Value clock =
                program.value("((t) => ({ now: () => t, set: (to) => { t = to; } }))(1000950)")
                        .as("clock");
        Value allow = rateWindow.call(2, 1000, clock.get("now")).as("allow");

        allow.call().because("Nothing has been let through yet").is(true);
        clock.invoke("set", 1_001_050);
        allow.call().because("One of two is used").is(true);
        allow.call().because("Two were let through in the last 100 ms, and `limit` is 2").is(false);
        clock.invoke("set", 1_001_949);
        allow.call().because("The first was let through 999 ms ago and still counts").is(false);
        clock.invoke("set", 1_001_950);
        allow.call()
                .because(
                        "The first was let through exactly `span` ago and counts no more; a refused"
                                + " call never counts")
                .is(true);
        allow.call().because("Two were let through in the last 900 ms").is(false);

        Value other = rateWindow.call(1, 1000, clock.get("now")).as("other");
        other.call().because("Another window has let nothing through yet").is(true);
        clock.invoke("set", 1_002_050);
        allow.call()
                .because(
                        "The second is `span` old, and what another window let through is not ours")
                .is(true);

        Value hourly = rateWindow.call(1, 3_600_000).as("hourly");
        hourly.call().because("Without a third argument the clock is `Date.now`").is(true);
        hourly.call().because("One was let through this hour").is(false);
    }

    /// A function that throws at first and answers 7 afterwards.
    private static void errorIsNoAnswer(Program program, Value maker, String name) {
        Spy away =
                program.spy(
                        "((n) => () => { if (n++ === 0) throw new Error('away'); return 7; })(0)");
        Value made = maker.call(away).as(name);
        made.thrownBy()
                .get("message")
                .because("What `fn` throws goes to the caller as it is")
                .is("away");
        made.call().because("An error is no answer: the next call asks again").is(7);
        made.call().is(7);
        away.calls()
                .because("`fn` was asked twice, once in vain; then there was an answer to keep")
                .is(2);
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
