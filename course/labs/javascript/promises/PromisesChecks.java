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

    @Check(
            id = "order-goes-step-by-step",
            title = "`placeOrder` takes one step after the other and answers with the receipt")
    void orderGoesStepByStep(Program program) {
        Street street = Street.of(program, "placeOrder", "shop");
        Shop shop = street.shop();
        shop.call(7)
                .awaited()
                .because("The answer is the receipt that `send` gives")
                .is("receipt for order 7, payment for order 7");
        shop.saw("Each step is taken when the one before is done", night());

        Shop busy = street.shop();
        Value one = busy.call(1).as("one");
        Value two = busy.call(2).as("two");
        String own = "Two orders under way at the same time have nothing in common";
        one.awaited().because(own).is("receipt for order 1, payment for order 1");
        two.awaited().because(own).is("receipt for order 2, payment for order 2");

        Shop quick =
                street.shop()
                        .with("load", "givesAtOnce", "order 7")
                        .with("reserve", "givesAtOnce", Js.UNDEFINED)
                        .with("charge", "givesAtOnce", "payment 7")
                        .with("send", "givesAtOnce", "receipt 7");
        quick.call(7)
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
        Street street = Street.of(program, "placeOrder", "shop");
        Value error = street.error("the bank is away");
        var steps = List.of("load", "reserve", "charge", "send");
        for (int i = 0; i < steps.size(); i++) {
            String step = steps.get(i);
            var until = new ArrayList<>(night().subList(0, 2 * i + 1));

            Shop throwing = street.shop().with(step, "throws", error);
            throwing.passesOn("`" + step + "` threw", error, 7);
            throwing.saw("`" + step + "` threw, so no further method is called", until);
            throwing.leftNothingUnhandled();

            Shop rejecting = street.shop().with(step, "rejects", error);
            rejecting.passesOn("`" + step + "` failed", error, 7);
            rejecting.leftNothingUnhandled();
            until.add(until.getLast() + " failed");
            rejecting.saw("`" + step + "` failed, so no further method is called", until);
        }
    }

    @Check(
            id = "price-falls-back-for-what-is-not-listed",
            title = "`priceOf` estimates what is not listed and passes on every other failure")
    void priceFallsBackForWhatIsNotListed(Program program) {
        Street street = Street.of(program, "priceOf", "shop");
        var quoted = List.of("quote(oil)", "quote(oil) done");
        for (Object price : List.of(12, 0, Js.UNDEFINED)) {
            Shop listed = street.shop().with("quote", "fulfils", price);
            listed.call("oil")
                    .awaited()
                    .because("What `quote` gives is the price, whatever it is")
                    .is(price);
            listed.saw("There is a price, so `estimate` is not called", quoted);
        }

        Unlisted oil = new Unlisted(street);
        Value notListed =
                program.value("Object.assign(new Error('no such item'), { code: 'NOT_LISTED' })")
                        .as("notListed");
        Way.all().forEach(how -> oil.isEstimated(how, notListed));

        Value away = program.value("new Error('NOT_LISTED')").as("away");
        Value other =
                program.value("Object.assign(new Error('no such item'), { code: 'AWAY' })")
                        .as("other");
        Way.all().forEach(how -> oil.isPassedOn(how, away));
        Way.all().forEach(how -> oil.isPassedOn(how, other));

        Value stillNot =
                program.value("Object.assign(new Error('no idea'), { code: 'NOT_LISTED' })")
                        .as("noIdea");
        Way.all().forEach(how -> oil.cannotBeEstimated(notListed, how, stillNot));
    }

    @Check(
            id = "parcels-come-one-after-another",
            title = "`packAll` packs one after the other and answers with all parcels")
    void parcelsComeOneAfterAnother(Program program) {
        Street street = Street.of(program, "packAll", "shop");
        Shop shop = street.shop();
        shop.call(List.of(3, 1, 2))
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
                street.shop()
                        .with("pack(1)", "fulfils", Js.UNDEFINED)
                        .with("pack(2)", "givesAtOnce", 0)
                        .with("pack(3)", "fulfils", null);
        odd.call(List.of(1, 2, 3, 1, 4))
                .awaited()
                .because("What `pack` gives is in the answer, whatever it is, once for each id")
                .is(Arrays.asList(Js.UNDEFINED, 0, null, Js.UNDEFINED, "parcel 4"));

        Value none = street.shop().call(List.of());
        none.because("Also without ids it returns a promise").isInstanceOf("Promise");
        none.awaited().because("Without ids there are no parcels").is(List.of());
    }

    @Check(
            id = "parcels-stop-at-the-first-failure",
            title = "`packAll` stops at the first failure and passes it on",
            needs = "parcels-come-one-after-another")
    void parcelsStopAtTheFirstFailure(Program program) {
        Street street = Street.of(program, "packAll", "shop");
        Value error = street.error("2 is out of stock");
        for (Way how : Way.all()) {
            Shop shop = street.shop().with("pack(2)", how, error);
            shop.passesOn("`pack(2)` failed", error, List.of(1, 2, 3));
            shop.leftNothingUnhandled();
            shop.saw(
                    "After a failure nothing more is packed",
                    how.ends(List.of("pack(1)", "pack(1) done", "pack(2)")));
        }
        Shop first = street.shop().with("pack", "throws", error);
        first.passesOn("`pack(1)` threw", error, List.of(1, 2));
    }

    @Check(
            id = "desk-is-closed-whatever-happens",
            title = "`withDesk` closes the desk once, whatever happens, and answers afterwards")
    void deskIsClosedWhateverHappens(Program program) {
        Street street = Street.of(program, "withDesk", "shop", "work");
        var day =
                List.of(
                        "open()",
                        "open() done",
                        "work(desk)",
                        "work(desk) done",
                        "close()",
                        "close() done");
        for (Object answer : List.of("answer of work", Js.UNDEFINED)) {
            Shop shop = street.shop().with("work", "fulfils", answer);
            shop.call().awaited().because("The answer is that of `work`").is(answer);
            shop.saw("The desk is closed when the work is done, and then comes the answer", day);
        }
        Shop quick = street.shop().with("work", "givesAtOnce", 5);
        quick.call().awaited().because("`work` may give a plain value instead of a promise").is(5);
        quick.log().because("The desk is closed before the answer").contains("close() done");
        Shop hurried =
                street.shop()
                        .with("open", "givesAtOnce", quick.script().get("desk").as("desk"))
                        .with("close", "givesAtOnce", Js.UNDEFINED);
        hurried.call()
                .awaited()
                .because("`open` and `close` may give plain values, too")
                .is("answer of work");

        Value workFailed = street.error("the work failed");
        Way.all().forEach(how -> new Mishap(street, how).atWork(workFailed));
        Value openFailed = street.error("no desk is free");
        Way.all().forEach(how -> new Mishap(street, how).whenOpening(openFailed));
        Value closeFailed = street.error("the desk is jammed");
        for (Way how : Way.all()) {
            new Mishap(street, how).whenClosing(closeFailed);
            new Mishap(street, how).whenClosingAfter(workFailed, closeFailed);
        }
    }

    @Check(
            id = "view-does-not-wait-for-the-count",
            title = "`view` answers with the order without waiting for the count")
    void viewDoesNotWaitForTheCount(Program program) {
        Street street = Street.of(program, "view", "shop");
        Shop slow = street.shop().with("count", "takesLonger", Js.UNDEFINED);
        slow.call(7).awaited().because("The answer is what `load` gives").is("order 7");
        slow.log().because("The view is counted, too").contains("count(7)");
        slow.log()
                .because("The answer comes as soon as `load` is done and never waits for the count")
                .lacks("count(7) done");
        Shop endless = street.shop().with("count", "neverEnds", Js.UNDEFINED);
        endless.call(7).awaited().is("order 7");

        Shop stuck = street.shop().with("load", "neverEnds", Js.UNDEFINED);
        stuck.call(7);
        program.settle(500);
        stuck.log()
                .because("`count` and `load` are called once each; neither waits for the other")
                .isOneOf(
                        List.of("count(7)", "load(7)", "count(7) done"),
                        List.of("load(7)", "count(7)", "count(7) done"));

        Shop plain =
                street.shop()
                        .with("count", "givesAtOnce", 1)
                        .with("load", "givesAtOnce", Js.UNDEFINED);
        plain.call(7)
                .awaited()
                .because("`load` may give a plain value, whatever it is")
                .is(Js.UNDEFINED);

        Value error = street.error("no such order");
        for (Way how : Way.all()) {
            Shop failing = street.shop().with("load", how, error);
            failing.passesOn("`load` failed", error, 7);
            failing.leftNothingUnhandled();
            failing.log().because("The view is counted, too").contains("count(7) done");
            failing.warnings()
                    .because("The count has not failed, so nobody is warned")
                    .is(List.of());
        }
    }

    @Check(
            id = "count-fails-without-harm",
            title = "`view` warns of a count that fails, and nothing else comes of it",
            needs = "view-does-not-wait-for-the-count")
    void countFailsWithoutHarm(Program program) {
        Street street = Street.of(program, "view", "shop");
        Value away = street.error("the counter is away");
        for (Way how : Way.all()) {
            Shop shop = street.shop().with("count", how, away);
            shop.answers(
                    "`count` " + how.verb("failed") + ", and the order is there all the same",
                    "'order 7'",
                    7);
            shop.warnedOnce(away);

            Shop stuck = street.shop().with("count", how, away);
            stuck.with("load", "neverEnds", Js.UNDEFINED);
            stuck.call(7);
            stuck.warnedOnce(away);
            stuck.log()
                    .because("The order is asked for, whatever the count does")
                    .contains("load(7)");

            Value gone = street.error("no such order");
            Shop both = street.shop().with("count", how, away).with("load", how, gone);
            both.passesOn("`load` failed", gone, 7);
            both.warnedOnce(away);
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
}
