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
        Value bell = emitterClass.construct().as("bell");
        Value other = emitterClass.construct().as("other");
        Log log = new Log(program);

        bell.invoke("emit", "ring").because("Nobody listens to 'ring' yet").is(false);
        bell.invoke("listenerCount", "ring").is(0);
        bell.invoke("on", "ring", log.listener("a"))
                .because("`on` returns the emitter")
                .isSameAs(bell);
        bell.invoke("on", "ring", log.listener("b"));
        bell.invoke("on", "close", log.listener("c"));
        bell.invoke("listenerCount", "ring").because("Two listeners were added for 'ring'").is(2);
        bell.invoke("emit", "ring", 1, 2, 3, 4, 5).because("Somebody listens to 'ring'").is(true);
        log.shows(
                "Each listener of 'ring' is called before `emit` returns, in order, with all arguments",
                "a(1,2,3,4,5)",
                "b(1,2,3,4,5)");
        bell.invoke("emit", "ring");
        log.shows("Each time the event is emitted all are called again", "a()", "b()");
        other.invoke("emit", "ring").because("Another emitter has no listeners").is(false);
        log.shows("Another emitter emitted, not this one");

        Spy self = program.spy("function () {}");
        bell.invoke("on", "self", self);
        bell.invoke("emit", "self");
        self.calls().because("The listener is called once").is(1);
        self.selves().getFirst().because("`this` in a listener is the emitter").isSameAs(bell);

        Value twice = log.listener("twice");
        other.invoke("on", "ring", twice).invoke("on", "ring", twice);
        other.invoke("emit", "ring");
        log.shows("A listener that was added twice is called twice", "twice()", "twice()");

        for (String name : List.of("toString", "__proto__", "constructor", "")) {
            bell.invoke("listenerCount", name).because("Nobody listens to this event").is(0);
            bell.invoke("emit", name).because("Nobody listens to this event").is(false);
            bell.invoke("on", name, log.listener("named"));
            bell.invoke("emit", name, 1).because("An event may have any text as its name").is(true);
            log.shows("An event may have any text as its name", "named(1)");
        }
        Value symbol = program.value("Symbol('ring')").as("Symbol('ring')");
        bell.invoke("emit", symbol).because("A symbol is a name of its own").is(false);
        bell.invoke("on", symbol, log.listener("s"));
        bell.invoke("emit", symbol).is(true);
        log.shows("An event may have a symbol as its name", "s()");

        Value oops = program.value("new Error('oops')").as("oops");
        other.invoke("on", "throw", log.listener("first"));
        other.invoke(
                "on",
                "throw",
                program.value("(error) => () => { throw error; }").call(oops).as("throwsOops"));
        other.invoke("on", "throw", log.listener("last"));
        program.value("(emitter, name) => emitter.emit(name)")
                .as("emit")
                .thrownBy(other, "throw")
                .because("What a listener throws goes to the caller of `emit`")
                .isSameAs(oops);
        log.shows("After a listener that throws no further one is called", "first()");
    }

    @Check(
            id = "once-at-most-once",
            title = "a listener added by `once` is called at most once",
            needs = "calls-in-order")
    void onceAtMostOnce(Program program) {
        Value bell =
                program.module("emitter.js").get("Emitter").as("Emitter").construct().as("bell");
        Log log = new Log(program);
        bell.invoke("once", "ring", log.listener("once"))
                .because("`once` returns the emitter")
                .isSameAs(bell);
        bell.invoke("on", "ring", log.listener("on"));
        bell.invoke("listenerCount", "ring").because("Two listeners were added").is(2);
        bell.invoke("emit", "ring", 1, 2).is(true);
        log.shows("The first time both are called, in order", "once(1,2)", "on(1,2)");
        bell.invoke("listenerCount", "ring").because("One listener has had its only call").is(1);
        bell.invoke("emit", "ring", 3);
        log.shows("One listener has had its only call", "on(3)");

        Spy self = program.spy("function () {}");
        bell.invoke("once", "self", self);
        bell.invoke("emit", "self").because("Somebody was listening").is(true);
        self.calls().because("The listener is called once").is(1);
        self.selves().getFirst().because("`this` in a listener is the emitter").isSameAs(bell);

        Value counts = program.value("[]").as("counts");
        bell.invoke(
                "once",
                "count",
                program.value(
                                "(counts) => function () { counts.push(this.listenerCount('count')); }")
                        .call(counts)
                        .as("countsListeners"));
        bell.invoke("emit", "count");
        counts.because("A listener added by `once` is already removed when it is called")
                .is(List.of(0));

        bell.invoke(
                "on",
                "nested",
                program.value(
                                """
                                () => {
                                  let nested = false;
                                  return function () {
                                    if (nested) return;
                                    nested = true;
                                    this.emit('nested', 'inner');
                                  };
                                }
                                """)
                        .call()
                        .as("emitsOnceMore"));
        bell.invoke("once", "nested", log.listener("once"));
        bell.invoke("emit", "nested", "outer");
        log.shows(
                "The event is emitted again before it is this listener's turn: it is called once all the same",
                "once(inner)");

        Value both = log.listener("both");
        bell.invoke("once", "both", both).invoke("once", "both", both);
        bell.invoke("emit", "both");
        log.shows("Added twice it is called twice, each of them once", "both()", "both()");
        bell.invoke("emit", "both").because("Both have had their only call").is(false);

        Value taken = log.listener("taken");
        bell.invoke("once", "taken", taken);
        bell.invoke("off", "taken", taken);
        bell.invoke("emit", "taken")
                .because("`off` removes what `once` has added, by the same function")
                .is(false);
        log.shows("`off` removes what `once` has added");
    }

    @Check(
            id = "changes-wait-for-the-next-emit",
            title = "`off` removes one listener, and no change touches an `emit` under way",
            needs = "once-at-most-once")
    void changesWait(Program program) {
        Value bell =
                program.module("emitter.js").get("Emitter").as("Emitter").construct().as("bell");
        Log log = new Log(program);
        Value a = log.listener("a");
        Value b = log.listener("b");
        bell.invoke("on", "ring", a).invoke("on", "ring", b).invoke("on", "ring", a);
        bell.invoke("off", "ring", a).because("`off` returns the emitter").isSameAs(bell);
        bell.invoke("emit", "ring");
        log.shows("`off` removes one entry, the one added last", "a()", "b()");
        bell.invoke("off", "ring", log.listener("stranger"))
                .because("`off` returns the emitter")
                .isSameAs(bell);
        bell.invoke("off", "close", a);
        bell.invoke("emit", "ring");
        log.shows(
                "`off` with a function or an event that was not added removes nothing",
                "a()",
                "b()");
        bell.invoke("off", "ring", a).invoke("off", "ring", b);
        bell.invoke("emit", "ring").because("All listeners were removed").is(false);
        bell.invoke("listenerCount", "ring").is(0);

        Value self =
                program.value(
                                """
                                (log) => function self() { log.push('self'); this.off('leave', self); }
                                """)
                        .call(log.list)
                        .as("removesItself");
        bell.invoke("on", "leave", self).invoke("on", "leave", log.listener("next"));
        bell.invoke("emit", "leave");
        log.shows(
                "A listener removes itself, and the one after it is called all the same",
                "self",
                "next()");
        bell.invoke("emit", "leave");
        log.shows("It has removed itself", "next()");

        for (String kind : List.of("on", "once")) {
            Value victim = log.listener("victim");
            bell.invoke(
                    "on",
                    kind,
                    program.value("(name, victim) => function () { this.off(name, victim); }")
                            .call(kind, victim)
                            .as("removesVictim"));
            bell.invoke(kind, kind, victim);
            bell.invoke("emit", kind);
            log.shows(
                    "Removed while the event was emitted, it is still called this time (added by `"
                            + kind
                            + "`)",
                    "victim()");
            bell.invoke("emit", kind);
            log.shows("It was removed");
        }

        Value added = log.listener("added");
        bell.invoke(
                "once",
                "join",
                program.value("(added) => function () { this.on('join', added); }")
                        .call(added)
                        .as("addsOne"));
        bell.invoke("emit", "join");
        log.shows("Added while the event was emitted, it is not called this time");
        bell.invoke("emit", "join");
        log.shows("It was added", "added()");
    }

    @Check(
            id = "error-needs-a-listener",
            title = "an `error` that nobody listens to is thrown",
            needs = "calls-in-order")
    void errorNeedsAListener(Program program) {
        Value bell =
                program.module("emitter.js").get("Emitter").as("Emitter").construct().as("bell");
        Log log = new Log(program);
        Value emit =
                program.value("(emitter, ...given) => emitter.emit('error', ...given)")
                        .as("emitError");
        Value oops = program.value("new RangeError('oops')").as("oops");
        emit.thrownBy(bell, oops, 1)
                .because("Nobody listens to 'error', so `emit` throws that very error")
                .isSameAs(oops);
        for (Object what : new Object[] {"no error", Js.UNDEFINED, null, 0}) {
            Value thrown = emit.thrownBy(bell, what).as("what it threw");
            program.value("(value) => value instanceof Error")
                    .as("isAnError")
                    .call(thrown)
                    .because("What was emitted is no Error, so `emit` throws one")
                    .is(true);
            thrown.get("message").because("An Error has a message").matches("\\S");
            thrown.get("cause").because("The `cause` is what was emitted").is(what);
        }
        bell.invoke("emit", "errors", oops).because("Only 'error' is special").is(false);
        bell.invoke("once", "error", log.listener("seen"));
        emit.call(bell, "oops", 2).because("Somebody listens to 'error'").is(true);
        log.shows("A listener of 'error' gets all arguments", "seen(oops,2)");
        emit.thrownBy(bell, oops).because("The only listener has had its only call").isSameAs(oops);
    }

    @Check(
            id = "orders-tell-each-step",
            title = "an order is placed, paid and shipped, and each step is told")
    void ordersTellEachStep(Program program, Seed seed) {
        Value module = program.module("orders.js");
        Log log = new Log(program);
        Value shop = shop(program, module, log);
        Value orders = shop.get("orders").as("orders");
        int id = seed.between(10, 99);
        listenToAll(program, orders, log);

        Value promise = orders.invoke("place", order(program, id, "")).as("promise");
        program.value("(log) => log[0]")
                .as("whatWasCalledFirst")
                .call(log.list)
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
                shopOf(
                                program,
                                module,
                                "{ charge: () => 'cash', ship: (order) => 'parcel ' + order.id }")
                        .as("plain");
        listenToAll(program, plain, log);
        plain.invoke("place", order(program, 7, "")).awaited();
        log.shows(
                "`charge` and `ship` need not return promises",
                "placed 7",
                "paid 7 cash",
                "shipped 7 parcel 7");

        Value one = orders.invoke("place", order(program, 1, "")).as("one");
        Value two = orders.invoke("place", order(program, 2, "")).as("two");
        one.awaited();
        two.awaited();
        program.value("(log) => log.filter((each) => each.startsWith('shipped')).toSorted()")
                .as("whatWasShipped")
                .call(log.list)
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
            Log log = new Log(program);
            Value shop = shop(program, module, log);
            Value orders = shop.get("orders").as("orders");
            listenToAll(program, orders, log);
            outcome(
                            program,
                            orders.invoke("place", order(program, 1, "charge " + how))
                                    .as("promise"))
                    .because(
                            "Nobody listens to 'error', so the promise of `place` is rejected with that very error")
                    .isSameAs(shop.get("error"));
            log.shows("`charge` " + how + ": the order goes no further", "placed 1", "charge 1");

            Value seen = program.value("({ count: 0 })").as("seen");
            orders.invoke(
                    "on",
                    "error",
                    program.value(
                                    "(seen) => (error, order) => { Object.assign(seen, { count: seen.count + 1, error, order }); }")
                            .call(seen)
                            .as("onError"));
            Value bad = order(program, 2, "ship " + how);
            outcome(program, orders.invoke("place", bad).as("promise"))
                    .because("Somebody listens to 'error', so the promise of `place` is fulfilled")
                    .is("fulfilled");
            log.shows(
                    "`ship` " + how + ": the order goes no further",
                    "placed 2",
                    "charge 2",
                    "paid 2 receipt 2",
                    "ship 2");
            seen.get("count").as("calls of onError").because("'error' is emitted once").is(1);
            seen.get("error")
                    .as("the first argument of onError")
                    .because("'error' is emitted with the very error")
                    .isSameAs(shop.get("error"));
            seen.get("order")
                    .as("the second argument of onError")
                    .because("'error' is emitted with the order, too")
                    .isSameAs(bad);
            orders.invoke("place", order(program, 3, "charge " + how)).awaited();
            log.shows("`charge` " + how + ": the order goes no further", "placed 3", "charge 3");
            seen.get("count").as("calls of onError").because("A second order failed").is(2);
        }
        for (String event : List.of("placed", "paid", "shipped")) {
            Log log = new Log(program);
            Value shop = shop(program, module, log);
            Value orders = shop.get("orders").as("orders");
            Spy onError = program.spy("() => {}");
            orders.invoke("on", "error", onError);
            Value bug = program.value("new Error('a bug in a listener')").as("bug");
            orders.invoke(
                    "on",
                    event,
                    program.value("(bug) => () => { throw bug; }").call(bug).as("buggyListener"));
            outcome(
                            program,
                            orders.invoke("place", order(program, 4, "a listener throws"))
                                    .as("promise"))
                    .because(
                            "A listener of '"
                                    + event
                                    + "' threw, and the promise of `place` is rejected with that very error")
                    .isSameAs(bug);
            onError.calls()
                    .because("A listener failed, not the order: no 'error' is emitted")
                    .is(0);
        }
    }

    @Check(
            id = "shipped-waits-for-its-order",
            title = "`shipped` waits for one order, whatever becomes of it",
            needs = "orders-tell-failures")
    void shippedWaitsForItsOrder(Program program) {
        Value module = program.module("orders.js");
        Value shipped = module.get("shipped").as("shipped");
        Log log = new Log(program);
        Value shop = shop(program, module, log);
        Value orders = shop.get("orders").as("orders");

        Value two = shipped.call(orders, 2).as("two");
        Value three = shipped.call(orders, 3).as("three");
        Value zero = shipped.call(orders, 0).as("zero");
        orders.invoke("place", order(program, 1, "")).awaited();
        orders.invoke("place", order(program, 2, "")).awaited();
        two.awaited()
                .because("It waits for the order with its id and gives that one's parcel")
                .is("parcel 2");
        orders.invoke("place", order(program, 0, "")).awaited();
        zero.awaited().because("0 is an id like any other").is("parcel 0");

        outcome(program, orders.invoke("place", order(program, 4, "charge rejects")).as("promise"))
                .because(
                        "Somebody waits for an order; that does not mean that anybody listens to 'error'")
                .isSameAs(shop.get("error"));
        orders.invoke("place", order(program, 3, "")).awaited();
        outcome(program, three)
                .because("Another order failed in the meantime, not this one")
                .is("parcel 3");
        Value eight = shipped.call(orders, 8).as("eight");
        outcome(program, orders.invoke("place", order(program, 8, "ship rejects")).as("promise"))
                .isSameAs(shop.get("error"));
        outcome(program, eight)
                .because("The order failed, and `shipped` is rejected with that very error")
                .isSameAs(shop.get("error"));

        Value abort = program.value("new AbortController()").as("controller");
        Value options = program.value("({ signal }) => ({ signal })").call(abort).as("{ signal }");
        Value five = shipped.call(orders, 5, options).as("five");
        Value six = shipped.call(orders, 6, options).as("six");
        orders.invoke("place", order(program, 6, "")).awaited();
        six.awaited().because("The signal was not aborted").is("parcel 6");
        Value reason = program.value("new Error('no longer needed')").as("reason");
        abort.invoke("abort", reason);
        five.rejection()
                .because("The signal was aborted, and `shipped` is rejected with its reason")
                .isSameAs(reason);
        shipped.call(orders, 7, options)
                .rejection()
                .because("The signal had been aborted before")
                .isSameAs(reason);
    }

    @Check(
            id = "shipped-leaves-no-listener",
            title = "`shipped` leaves no listener behind",
            needs = "shipped-waits-for-its-order")
    void shippedLeavesNoListener(Program program) {
        Value module = program.module("orders.js");
        Value shipped = module.get("shipped").as("shipped");
        Log log = new Log(program);
        Value orders = shop(program, module, log).get("orders").as("orders");
        Value listeners =
                program.value(
                                "(orders) => orders.eventNames().map((name) => `${String(name)}: ${orders.listenerCount(name)}`)")
                        .as("listeners");
        Value onSignal =
                program.value(
                                "(signal) => process.getBuiltinModule('node:events').getEventListeners(signal, 'abort').length")
                        .as("listenersOfTheSignal");
        orders.invoke("on", "error", program.value("() => {}").as("ignoreErrors"));
        Value before = listeners.call(orders);

        Value abort = program.value("new AbortController()").as("controller");
        Value signal = abort.get("signal").as("signal");
        Value options = program.value("(signal) => ({ signal })").call(signal).as("{ signal }");
        Value good = shipped.call(orders, 1, options).as("good");
        Value bad = shipped.call(orders, 2, options).as("bad");
        Value late = shipped.call(orders, 3, options).as("late");
        orders.invoke("place", order(program, 1, "")).awaited();
        good.awaited().is("parcel 1");
        orders.invoke("place", order(program, 2, "charge rejects")).awaited();
        bad.rejection();
        onSignal.call(signal)
                .because("Two of three have an answer; only the third still listens to the signal")
                .is(1);
        abort.invoke("abort", program.value("new Error('enough')"));
        late.rejection();
        listeners
                .call(orders)
                .because(
                        "Shipped, failed or aborted: afterwards `orders` has the listeners it had before")
                .is(List.of("error: 1"));
        onSignal.call(signal).because("Afterwards nobody listens to the signal").is(0);
        shipped.call(orders, 4, options).rejection();
        listeners
                .call(orders)
                .because("The signal had been aborted before, and nothing is left either")
                .is(List.of("error: 1"));
        onSignal.call(signal).because("Afterwards nobody listens to the signal").is(0);
        before.is(List.of("error: 1"));
    }

    /// An `Orders` whose steps write into the log, and fail where the order says so.
    private static Value shop(Program program, Value module, Log log) {
        return program.value(
                        """
                        (Orders, log) => {
                          const error = new Error('it failed');
                          const step = (name, product) => (order) => {
                            log.push(`${name} ${order.id}`);
                            if (order.plan === `${name} throws`) throw error;
                            if (order.plan === `${name} rejects`) return Promise.reject(error);
                            return new Promise((resolve) => setImmediate(resolve, `${product} ${order.id}`));
                          };
                          const orders = new Orders({ charge: step('charge', 'receipt'), ship: step('ship', 'parcel') });
                          return { orders, error };
                        }
                        """)
                .call(module.get("Orders").as("Orders"), log.list)
                .as("shop");
    }

    private static Value shopOf(Program program, Value module, String steps) {
        return module.get("Orders").as("Orders").construct(program.value("(" + steps + ")"));
    }

    private static void listenToAll(Program program, Value orders, Log log) {
        for (String event : List.of("placed", "paid", "shipped")) {
            orders.invoke(
                    "on",
                    event,
                    program.value(
                                    "(log, event) => (order, ...given) => { log.push([event, order.id, ...given].join(' ')); }")
                            .call(log.list, event)
                            .as("listener"));
        }
    }

    /// What became of a promise: what it was rejected or fulfilled with, `fulfilled` where that is undefined.
    private static Value outcome(Program program, Value promise) {
        return program.value(
                        "(promise) => promise.then((value = 'fulfilled') => value, (error) => error)")
                .as("outcomeOf")
                .call(promise)
                .awaited();
    }

    private static Value order(Program program, int id, String plan) {
        return program.value("({ id: " + id + ", plan: '" + plan + "' })");
    }

    /// What was called, since it was last read.
    private static final class Log {
        private final Program program;
        private final Value list;

        Log(Program program) {
            this.program = program;
            this.list = program.value("[]").as("log");
        }

        Value listener(String name) {
            return program.value(
                            "(log, name) => (...given) => { log.push(`${name}(${given.join()})`); }")
                    .call(list, name)
                    .as(name);
        }

        void shows(String why, String... expected) {
            program.value("(log) => log.splice(0)")
                    .as("whatWasCalled")
                    .call(list)
                    .because(why)
                    .is(List.of(expected));
        }
    }
}
