package javascript.event_emitters;

import dev.backwright.checks.Check;
import dev.backwright.checks.Js;
import dev.backwright.checks.Program;
import dev.backwright.checks.Seed;
import dev.backwright.checks.Spy;
import dev.backwright.checks.Value;
import java.util.List;

/// Adds listeners that write into a log, emits, and reads the log.
class EventEmittersChecks {

    @Check(id = "calls-in-order", title = "`emit` calls the listeners at once and in order")
    void callsInOrder(Program program) {
        Value emitterClass = program.module("emitter.js").get("Emitter").as("Emitter");
        Value first = emitterClass.construct().as("bell");
        Value second = emitterClass.construct().as("other");
        Log log = Log.in(program);
        Bell bell = new Bell(first, log);
        Bell other = new Bell(second, log);

        bell.emit("ring").because("Nobody listens to 'ring' yet").is(false);
        bell.listenerCount("ring").is(0);
        bell.on("ring", log.listener("a")).because("`on` returns the emitter").isSameAs(bell.it());
        bell.on("ring", log.listener("b"));
        bell.on("close", log.listener("c"));
        bell.listenerCount("ring").because("Two listeners were added for 'ring'").is(2);
        bell.emit("ring", 1, 2, 3, 4, 5).because("Somebody listens to 'ring'").is(true);
        log.shows(
                "Each listener of 'ring' is called before `emit` returns, in order, with all arguments",
                "a(1,2,3,4,5)",
                "b(1,2,3,4,5)");
        bell.emit("ring");
        log.shows("Each time the event is emitted all are called again", "a()", "b()");
        other.emit("ring").because("Another emitter has no listeners").is(false);
        log.shows("Another emitter emitted, not this one");

        Spy self = program.spy("function () {}");
        bell.on("self", self);
        bell.emit("self");
        bell.isThisOf(self);

        Value twice = log.listener("twice");
        other.on("ring", twice).invoke("on", "ring", twice);
        other.emit("ring");
        log.shows("A listener that was added twice is called twice", "twice()", "twice()");

        for (String name : List.of("toString", "__proto__", "constructor", "")) {
            bell.takesAsName(name);
        }
        Value symbol = program.value("Symbol('ring')").as("Symbol('ring')");
        bell.emit(symbol).because("A symbol is a name of its own").is(false);
        bell.on(symbol, log.listener("s"));
        bell.emit(symbol).is(true);
        log.shows("An event may have a symbol as its name", "s()");

        other.throwsToTheCaller();
    }

    @Check(
            id = "once-at-most-once",
            title = "a listener added by `once` is called at most once",
            needs = "calls-in-order")
    void onceAtMostOnce(Program program) {
        Bell bell = Bell.in(program);
        Log log = bell.log();
        bell.once("ring", log.listener("once"))
                .because("`once` returns the emitter")
                .isSameAs(bell.it());
        bell.on("ring", log.listener("on"));
        bell.listenerCount("ring").because("Two listeners were added").is(2);
        bell.emit("ring", 1, 2).is(true);
        log.shows("The first time both are called, in order", "once(1,2)", "on(1,2)");
        bell.listenerCount("ring").because("One listener has had its only call").is(1);
        bell.emit("ring", 3);
        log.shows("One listener has had its only call", "on(3)");

        Spy self = program.spy("function () {}");
        bell.once("self", self);
        bell.emit("self").because("Somebody was listening").is(true);
        bell.isThisOf(self);

        Value counts = program.value("[]").as("counts");
        bell.once("count", new Meddlers(program).countsListeners(counts));
        bell.emit("count");
        counts.because("A listener added by `once` is already removed when it is called")
                .is(List.of(0));

        bell.callsOnceThoughEmittedWithin();

        Value both = log.listener("both");
        bell.once("both", both).invoke("once", "both", both);
        bell.emit("both");
        log.shows("Added twice it is called twice, each of them once", "both()", "both()");
        bell.emit("both").because("Both have had their only call").is(false);

        Value taken = log.listener("taken");
        bell.once("taken", taken);
        bell.off("taken", taken);
        bell.emit("taken")
                .because("`off` removes what `once` has added, by the same function")
                .is(false);
        log.shows("`off` removes what `once` has added");
    }

    @Check(
            id = "changes-wait-for-the-next-emit",
            title = "`off` removes one listener, and no change touches an `emit` under way",
            needs = "once-at-most-once")
    void changesWait(Program program) {
        Bell bell = Bell.in(program);
        Log log = bell.log();
        Meddlers meddlers = new Meddlers(program);
        bell.offRemovesOne();

        bell.on("leave", meddlers.removesItself(log)).invoke("on", "leave", log.listener("next"));
        bell.emit("leave");
        log.shows(
                "A listener removes itself, and the one after it is called all the same",
                "self",
                "next()");
        bell.emit("leave");
        log.shows("It has removed itself", "next()");

        for (String kind : List.of("on", "once")) {
            bell.stillCallsWhatIsRemoved(kind);
        }

        Value added = log.listener("added");
        bell.on("join", meddlers.addsOne(added));
        bell.emit("join");
        log.shows("Added while the event was emitted, it is not called this time");
        bell.emit("join");
        log.shows("It was added", "added()");
    }

    @Check(
            id = "error-needs-a-listener",
            title = "an `error` that nobody listens to is thrown",
            needs = "calls-in-order")
    void errorNeedsAListener(Program program) {
        Bell bell = Bell.in(program);
        Value emit =
                program.value("(emitter, ...given) => emitter.emit('error', ...given)")
                        .as("emitError");
        Value oops = program.value("new RangeError('oops')").as("oops");
        emit.thrownBy(bell.it(), oops, 1)
                .because("Nobody listens to 'error', so `emit` throws that very error")
                .isSameAs(oops);
        for (Object what : new Object[] {"no error", Js.UNDEFINED, null, 0}) {
            Value thrown = emit.thrownBy(bell.it(), what).as("what it threw");
            program.value("(value) => value instanceof Error")
                    .as("isAnError")
                    .call(thrown)
                    .because("What was emitted is no Error, so `emit` throws one")
                    .is(true);
            thrown.get("message").because("An Error has a message").matches("\\S");
            thrown.get("cause").because("The `cause` is what was emitted").is(what);
        }
        bell.emit("errors", oops).because("Only 'error' is special").is(false);
        bell.once("error", bell.log().listener("seen"));
        emit.call(bell.it(), "oops", 2).because("Somebody listens to 'error'").is(true);
        bell.log().shows("A listener of 'error' gets all arguments", "seen(oops,2)");
        emit.thrownBy(bell.it(), oops)
                .because("The only listener has had its only call")
                .isSameAs(oops);
    }

    @Check(
            id = "orders-tell-each-step",
            title = "an order is placed, paid and shipped, and each step is told")
    void ordersTellEachStep(Program program, Seed seed) {
        Value module = program.module("orders.js");
        Shop shop = Shop.of(program, module);
        Log log = shop.log();
        int id = seed.between(10, 99);
        log.follow(shop.orders());

        Value promise = shop.place(id).as("promise");
        program.value("(log) => log[0]")
                .as("whatWasCalledFirst")
                .call(log.list())
                .because("'placed' is emitted before `place` returns")
                .is("placed " + id);
        promise.awaited();
        log.shows(
                "Each step follows when the one before is done and told",
                "placed " + id,
                "charge " + id,
                "paid " + id + " receipt " + id,
                "ship " + id,
                "shipped " + id + " parcel " + id);

        Value plain =
                module.get("Orders")
                        .as("Orders")
                        .construct(
                                program.value(
                                        "({ charge: () => 'cash', ship: (order) => 'parcel ' + order.id })"))
                        .as("plain");
        log.follow(plain);
        plain.invoke("place", shop.order(7, "")).awaited();
        log.shows(
                "`charge` and `ship` need not return promises",
                "placed 7",
                "paid 7 cash",
                "shipped 7 parcel 7");

        Value one = shop.place(1).as("one");
        Value two = shop.place(2).as("two");
        one.awaited();
        two.awaited();
        program.value("(log) => log.filter((each) => each.startsWith('shipped')).toSorted()")
                .as("whatWasShipped")
                .call(log.list())
                .because("Two orders can be under way")
                .is(List.of("shipped 1 parcel 1", "shipped 2 parcel 2"));
    }

    @Check(
            id = "orders-tell-failures",
            title = "an order that fails is told as `error`, and as nothing else",
            needs = "orders-tell-each-step")
    void ordersTellFailures(Program program) {
        Value module = program.module("orders.js");
        for (String how : List.of("rejects", "throws")) {
            Shop.of(program, module).tellsFailures(how);
        }
        for (String event : List.of("placed", "paid", "shipped")) {
            Shop.of(program, module).blamesTheListener(event);
        }
    }

    @Check(
            id = "shipped-waits-for-its-order",
            title = "`shipped` waits for one order, whatever becomes of it",
            needs = "orders-tell-failures")
    void shippedWaitsForItsOrder(Program program) {
        Value module = program.module("orders.js");
        Value shipped = module.get("shipped").as("shipped");
        Shop shop = Shop.of(program, module);

        Value two = shop.waitsFor(shipped, 2);
        Value three = shop.waitsFor(shipped, 3);
        Value zero = shop.waitsFor(shipped, 0);
        shop.place(1).awaited();
        shop.place(2).awaited();
        two.awaited()
                .because("It waits for the order with its id and gives that one's parcel")
                .is("parcel 2");
        shop.place(0).awaited();
        zero.awaited().because("0 is an id like any other").is("parcel 0");

        shop.outcome(4, "charge rejects")
                .because(
                        "Somebody waits for an order; that does not mean that anybody listens to 'error'")
                .isSameAs(shop.error());
        shop.place(3).awaited();
        shop.outcome(three)
                .because("Another order failed in the meantime, not this one")
                .is("parcel 3");
        Value eight = shop.waitsFor(shipped, 8);
        shop.outcome(8, "ship rejects").isSameAs(shop.error());
        shop.outcome(eight)
                .because("The order failed, and `shipped` is rejected with that very error")
                .isSameAs(shop.error());

        shop.stopsWaiting(shipped);
    }

    @Check(
            id = "shipped-leaves-no-listener",
            title = "`shipped` leaves no listener behind",
            needs = "shipped-waits-for-its-order")
    void shippedLeavesNoListener(Program program) {
        Value module = program.module("orders.js");
        Value shipped = module.get("shipped").as("shipped");
        Shop shop = Shop.of(program, module);
        Value orders = shop.orders();
        Leftovers leftovers = Leftovers.in(program);
        orders.invoke("on", "error", program.value("() => {}").as("ignoreErrors"));
        Value before = leftovers.listeners().call(orders);

        Value abort = program.value("new AbortController()").as("controller");
        Value signal = abort.get("signal").as("signal");
        Value options = program.value("(signal) => ({ signal })").call(signal).as("{ signal }");
        Value good = shop.waitsFor(shipped, 1, options);
        Value bad = shop.waitsFor(shipped, 2, options);
        Value late = shop.waitsFor(shipped, 3, options);
        shop.place(1).awaited();
        good.awaited().is("parcel 1");
        shop.place(2, "charge rejects").awaited();
        bad.rejection();
        leftovers
                .onSignal()
                .call(signal)
                .because("Two of three have an answer; only the third still listens to the signal")
                .is(1);
        abort.invoke("abort", program.value("new Error('enough')"));
        late.rejection();
        leftovers.areNone(
                orders,
                signal,
                "Shipped, failed or aborted: afterwards `orders` has the listeners it had before");
        shop.waitsFor(shipped, 4, options).rejection();
        leftovers.areNone(
                orders, signal, "The signal had been aborted before, and nothing is left either");
        before.is(List.of("error: 1"));
    }
}
