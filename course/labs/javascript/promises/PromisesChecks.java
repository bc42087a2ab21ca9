package javascript.promises;

import dev.backwright.checks.Check;
import dev.backwright.checks.Js;
import dev.backwright.checks.Program;
import dev.backwright.checks.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Compares what happened, in which order, and what came of it; waits for promises and never for the clock.
class PromisesChecks {

    private static final String FILE = "orders.js";

    @Check(
            id = "order-goes-step-by-step",
            title = "`placeOrder` takes one step after the other and answers with the receipt")
    void orderGoesStepByStep(Program program) {
        Value placeOrder = program.module(FILE).get("placeOrder").as("placeOrder");
        Value shops = Shop.maker(program);

        Shop shop = Shop.of(program, shops);
        placeOrder
                .call(shop.shop(), 7)
                .awaited()
                .because("The answer is the receipt that `send` gives")
                .is("receipt for order 7, payment for order 7");
        shop.saw("Each step is taken when the one before is done", night());

        Shop busy = Shop.of(program, shops);
        Value one = placeOrder.call(busy.shop(), 1).as("one");
        Value two = placeOrder.call(busy.shop(), 2).as("two");
        String own = "Two orders under way at the same time have nothing in common";
        one.awaited().because(own).is("receipt for order 1, payment for order 1");
        two.awaited().because(own).is("receipt for order 2, payment for order 2");

        Shop quick = Shop.of(program, shops);
        quick.with("load", "givesAtOnce", "order 7")
                .with("reserve", "givesAtOnce", Js.UNDEFINED)
                .with("charge", "givesAtOnce", "payment 7")
                .with("send", "givesAtOnce", "receipt 7");
        placeOrder
                .call(quick.shop(), 7)
                .awaited()
                .because("A method may give a plain value instead of a promise")
                .is("receipt 7");
        quick.saw(
                "Plain values go the same way as promised ones",
                List.of(
                        "load(7)",
                        "reserve(order 7)",
                        "charge(order 7)",
                        "send(order 7, payment 7)"));
    }

    @Check(
            id = "order-stops-at-the-first-failure",
            title = "`placeOrder` stops at the first failure and passes it on",
            needs = "order-goes-step-by-step")
    void orderStopsAtTheFirstFailure(Program program) {
        Value placeOrder = program.module(FILE).get("placeOrder").as("placeOrder");
        Value shops = Shop.maker(program);
        Value error = error(program, "the bank is away");
        var steps = List.of("load", "reserve", "charge", "send");
        for (int i = 0; i < steps.size(); i++) {
            String step = steps.get(i);
            var until = new ArrayList<>(night().subList(0, 2 * i + 1));

            Shop throwing = Shop.of(program, shops).with(step, "throws", error);
            throwing.passesOn("`" + step + "` threw", error, placeOrder, throwing.shop(), 7);
            throwing.saw("`" + step + "` threw, so no further method is called", until);
            throwing.leftNothingUnhandled();

            Shop rejecting = Shop.of(program, shops).with(step, "rejects", error);
            rejecting.passesOn("`" + step + "` failed", error, placeOrder, rejecting.shop(), 7);
            rejecting.leftNothingUnhandled();
            until.add(until.getLast() + " failed");
            rejecting.saw("`" + step + "` failed, so no further method is called", until);
        }
    }

    @Check(
            id = "price-falls-back-for-what-is-not-listed",
            title = "`priceOf` estimates what is not listed and passes on every other failure")
    void priceFallsBackForWhatIsNotListed(Program program) {
        Value priceOf = program.module(FILE).get("priceOf").as("priceOf");
        Value shops = Shop.maker(program);
        var quoted = List.of("quote(oil)", "quote(oil) done");
        for (Object price : List.of(12, 0, Js.UNDEFINED)) {
            Shop listed = Shop.of(program, shops).with("quote", "fulfils", price);
            priceOf.call(listed.shop(), "oil")
                    .awaited()
                    .because("What `quote` gives is the price, whatever it is")
                    .is(price);
            listed.saw("There is a price, so `estimate` is not called", quoted);
        }

        Value notListed =
                program.value("Object.assign(new Error('no such item'), { code: 'NOT_LISTED' })")
                        .as("notListed");
        for (String how : List.of("rejects", "throws")) {
            Shop unlisted = Shop.of(program, shops).with("quote", how, notListed);
            unlisted.answers(
                    "`quote` "
                            + (how.equals("throws") ? "threw" : "failed with")
                            + " an error with the `code` NOT_LISTED, so `estimate` gives the answer",
                    "9",
                    priceOf,
                    unlisted.shop(),
                    "oil");
            unlisted.log().contains("estimate(oil)").contains("estimate(oil) done");
            unlisted.leftNothingUnhandled();
        }

        Value away = program.value("new Error('NOT_LISTED')").as("away");
        Value other =
                program.value("Object.assign(new Error('no such item'), { code: 'AWAY' })")
                        .as("other");
        for (Value error : List.of(away, other)) {
            for (String how : List.of("rejects", "throws")) {
                Shop failing = Shop.of(program, shops).with("quote", how, error);
                failing.passesOn(
                        "`quote` failed with an error whose `code` is not NOT_LISTED",
                        error,
                        priceOf,
                        failing.shop(),
                        "oil");
                failing.log()
                        .because("Only an error with the `code` NOT_LISTED is a reason to estimate")
                        .lacks("estimate(oil)");
                failing.leftNothingUnhandled();
            }
        }

        Value stillNot =
                program.value("Object.assign(new Error('no idea'), { code: 'NOT_LISTED' })")
                        .as("noIdea");
        for (String how : List.of("rejects", "throws")) {
            Shop lost =
                    Shop.of(program, shops)
                            .with("quote", "rejects", notListed)
                            .with("estimate", how, stillNot);
            lost.passesOn("`estimate` failed", stillNot, priceOf, lost.shop(), "oil");
            lost.leftNothingUnhandled();
            var events = new ArrayList<>(List.of("quote(oil)", "quote(oil) failed"));
            events.add("estimate(oil)");
            if (how.equals("rejects")) {
                events.add("estimate(oil) failed");
            }
            lost.saw("`estimate` is called once, and its failure is passed on", events);
        }
    }

    @Check(
            id = "parcels-come-one-after-another",
            title = "`packAll` packs one after the other and answers with all parcels")
    void parcelsComeOneAfterAnother(Program program) {
        Value packAll = program.module(FILE).get("packAll").as("packAll");
        Value shops = Shop.maker(program);
        Shop shop = Shop.of(program, shops);
        packAll.call(shop.shop(), List.of(3, 1, 2))
                .awaited()
                .because("The answer has a parcel for each id, in the order of `ids`")
                .is(List.of("parcel 3", "parcel 1", "parcel 2"));
        shop.saw(
                "The next parcel is begun when the one before is done",
                List.of(
                        "pack(3)",
                        "pack(3) done",
                        "pack(1)",
                        "pack(1) done",
                        "pack(2)",
                        "pack(2) done"));

        Shop odd =
                Shop.of(program, shops)
                        .with("pack(1)", "fulfils", Js.UNDEFINED)
                        .with("pack(2)", "givesAtOnce", 0)
                        .with("pack(3)", "fulfils", null);
        packAll.call(odd.shop(), List.of(1, 2, 3, 1, 4))
                .awaited()
                .because("What `pack` gives is in the answer, whatever it is, once for each id")
                .is(Arrays.asList(Js.UNDEFINED, 0, null, Js.UNDEFINED, "parcel 4"));

        Value none = packAll.call(Shop.of(program, shops).shop(), List.of());
        none.because("Also without ids it returns a promise").isInstanceOf("Promise");
        none.awaited().because("Without ids there are no parcels").is(List.of());
    }

    @Check(
            id = "parcels-stop-at-the-first-failure",
            title = "`packAll` stops at the first failure and passes it on",
            needs = "parcels-come-one-after-another")
    void parcelsStopAtTheFirstFailure(Program program) {
        Value packAll = program.module(FILE).get("packAll").as("packAll");
        Value shops = Shop.maker(program);
        Value error = error(program, "2 is out of stock");
        for (String how : List.of("rejects", "throws")) {
            Shop shop = Shop.of(program, shops).with("pack(2)", how, error);
            shop.passesOn("`pack(2)` failed", error, packAll, shop.shop(), List.of(1, 2, 3));
            shop.leftNothingUnhandled();
            var events = new ArrayList<>(List.of("pack(1)", "pack(1) done", "pack(2)"));
            if (how.equals("rejects")) {
                events.add("pack(2) failed");
            }
            shop.saw("After a failure nothing more is packed", events);
        }
        Shop first = Shop.of(program, shops).with("pack", "throws", error);
        first.passesOn("`pack(1)` threw", error, packAll, first.shop(), List.of(1, 2));
    }

    @Check(
            id = "desk-is-closed-whatever-happens",
            title = "`withDesk` closes the desk once, whatever happens, and answers afterwards")
    void deskIsClosedWhateverHappens(Program program) {
        Value withDesk = program.module(FILE).get("withDesk").as("withDesk");
        Value shops = Shop.maker(program);
        var day =
                List.of(
                        "open()",
                        "open() done",
                        "work(desk)",
                        "work(desk) done",
                        "close()",
                        "close() done");

        for (Object answer : List.of("answer of work", Js.UNDEFINED)) {
            Shop shop = Shop.of(program, shops).with("work", "fulfils", answer);
            withDesk.call(shop.shop(), shop.work())
                    .awaited()
                    .because("The answer is that of `work`")
                    .is(answer);
            shop.saw("The desk is closed when the work is done, and then comes the answer", day);
        }
        Shop quick = Shop.of(program, shops).with("work", "givesAtOnce", 5);
        withDesk.call(quick.shop(), quick.work())
                .awaited()
                .because("`work` may give a plain value instead of a promise")
                .is(5);
        quick.log().because("The desk is closed before the answer").contains("close() done");
        Shop hurried =
                Shop.of(program, shops)
                        .with("open", "givesAtOnce", quick.script().get("desk").as("desk"))
                        .with("close", "givesAtOnce", Js.UNDEFINED);
        withDesk.call(hurried.shop(), hurried.work())
                .awaited()
                .because("`open` and `close` may give plain values, too")
                .is("answer of work");

        Value workFailed = error(program, "the work failed");
        for (String how : List.of("rejects", "throws")) {
            Shop shop = Shop.of(program, shops).with("work", how, workFailed);
            shop.passesOn("`work` failed", workFailed, withDesk, shop.shop(), shop.work());
            var events = new ArrayList<>(List.of("open()", "open() done", "work(desk)"));
            if (how.equals("rejects")) {
                events.add("work(desk) failed");
            }
            events.addAll(List.of("close()", "close() done"));
            shop.saw("The desk is closed once, also when the work fails", events);
            shop.leftNothingUnhandled();
        }

        Value openFailed = error(program, "no desk is free");
        for (String how : List.of("rejects", "throws")) {
            Shop shop = Shop.of(program, shops).with("open", how, openFailed);
            shop.passesOn("`open` failed", openFailed, withDesk, shop.shop(), shop.work());
            shop.log().because("Without a desk there is no work").lacks("work(desk)");
            shop.log().because("Without a desk there is nothing to close").lacks("close()");
            shop.leftNothingUnhandled();
        }

        Value closeFailed = error(program, "the desk is jammed");
        for (String how : List.of("rejects", "throws")) {
            Shop shop = Shop.of(program, shops).with("close", how, closeFailed);
            shop.passesOn("`close` failed", closeFailed, withDesk, shop.shop(), shop.work());
            var events = new ArrayList<>(day.subList(0, 5));
            if (how.equals("rejects")) {
                events.add("close() failed");
            }
            shop.saw("`close` is called once, also when it fails", events);

            Shop both = Shop.of(program, shops).with("work", "rejects", workFailed);
            both.with("close", how, closeFailed);
            both.passesOn(
                    "`work` failed and then `close`",
                    closeFailed,
                    withDesk,
                    both.shop(),
                    both.work());
            both.leftNothingUnhandled();
        }
    }

    @Check(
            id = "view-does-not-wait-for-the-count",
            title = "`view` answers with the order without waiting for the count")
    void viewDoesNotWaitForTheCount(Program program) {
        Value view = program.module(FILE).get("view").as("view");
        Value shops = Shop.maker(program);

        Shop slow = Shop.of(program, shops).with("count", "takesLonger", Js.UNDEFINED);
        view.call(slow.shop(), 7)
                .awaited()
                .because("The answer is what `load` gives")
                .is("order 7");
        slow.log().because("The view is counted, too").contains("count(7)");
        slow.log()
                .because("The answer comes as soon as `load` is done and never waits for the count")
                .lacks("count(7) done");
        Shop endless = Shop.of(program, shops).with("count", "neverEnds", Js.UNDEFINED);
        view.call(endless.shop(), 7).awaited().is("order 7");

        Shop stuck = Shop.of(program, shops).with("load", "neverEnds", Js.UNDEFINED);
        view.call(stuck.shop(), 7);
        program.settle(500);
        stuck.log()
                .because("`count` and `load` are called once each; neither waits for the other")
                .isOneOf(
                        List.of("count(7)", "load(7)", "count(7) done"),
                        List.of("load(7)", "count(7)", "count(7) done"));

        Shop plain =
                Shop.of(program, shops)
                        .with("count", "givesAtOnce", 1)
                        .with("load", "givesAtOnce", Js.UNDEFINED);
        view.call(plain.shop(), 7)
                .awaited()
                .because("`load` may give a plain value, whatever it is")
                .is(Js.UNDEFINED);

        Value error = error(program, "no such order");
        for (String how : List.of("rejects", "throws")) {
            Shop failing = Shop.of(program, shops).with("load", how, error);
            failing.passesOn("`load` failed", error, view, failing.shop(), 7);
            failing.leftNothingUnhandled();
            failing.log().because("The view is counted, too").contains("count(7) done");
            failing.script()
                    .get("warnings")
                    .as("warnings")
                    .because("The count has not failed, so nobody is warned")
                    .is(List.of());
        }
    }

    @Check(
            id = "count-fails-without-harm",
            title = "`view` warns of a count that fails, and nothing else comes of it",
            needs = "view-does-not-wait-for-the-count")
    void countFailsWithoutHarm(Program program) {
        Value view = program.module(FILE).get("view").as("view");
        Value shops = Shop.maker(program);
        Value away = error(program, "the counter is away");
        for (String how : List.of("rejects", "throws")) {
            Shop shop = Shop.of(program, shops).with("count", how, away);
            shop.answers(
                    "`count` "
                            + (how.equals("throws") ? "threw" : "failed")
                            + ", and the order is there all the same",
                    "'order 7'",
                    view,
                    shop.shop(),
                    7);
            warnedOnce(shop, away);

            Shop stuck = Shop.of(program, shops).with("count", how, away);
            stuck.with("load", "neverEnds", Js.UNDEFINED);
            view.call(stuck.shop(), 7);
            warnedOnce(stuck, away);
            stuck.log()
                    .because("The order is asked for, whatever the count does")
                    .contains("load(7)");

            Value gone = error(program, "no such order");
            Shop both = Shop.of(program, shops).with("count", how, away).with("load", how, gone);
            both.passesOn("`load` failed", gone, view, both.shop(), 7);
            warnedOnce(both, away);
        }
    }

    /// What happens when an order is placed and all goes well.
    private static List<String> night() {
        return List.of(
                "load(7)",
                "load(7) done",
                "reserve(order 7)",
                "reserve(order 7) done",
                "charge(order 7)",
                "charge(order 7) done",
                "send(order 7, payment for order 7)",
                "send(order 7, payment for order 7) done");
    }

    private static void warnedOnce(Shop shop, Value error) {
        shop.leftNothingUnhandled();
        Value warnings = shop.script().get("warnings").as("warnings");
        warnings.get("length")
                .as("the number of warnings")
                .because("`count` failed, so `warn` is called once")
                .is(1);
        warnings.get("0")
                .as("what `warn` was called with")
                .because("`warn` is to get the very error of `count`")
                .isSameAs(error);
        shop.log()
                .because("`warn` is called as a method of the shop, with the error alone")
                .contains("warn(Error: the counter is away)");
    }

    private static Value error(Program program, String message) {
        return program.value("new Error('" + message + "')").as("error");
    }
}
