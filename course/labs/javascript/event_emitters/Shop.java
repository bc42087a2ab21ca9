package javascript.event_emitters;

import dev.backwright.checks.Program;
import dev.backwright.checks.Spy;
import dev.backwright.checks.Value;

/// An `Orders` whose steps write into the log, and fail where the order says so.
record Shop(Log log, Value it, Value orders) {

    private static final String OPEN =
            """
            (Orders, log) => {
              const error = new Error('it failed');
              error.stack = String(error);
              const step = (name, product) => (order) => {
                log.push(`${name} ${order.id}`);
                if (order.plan === `${name} throws`) throw error;
                if (order.plan === `${name} rejects`) return Promise.reject(error);
                return new Promise((resolve) => setImmediate(resolve, `${product} ${order.id}`));
              };
              const orders = new Orders({ charge: step('charge', 'receipt'), ship: step('ship', 'parcel') });
              return { orders, error };
            }
            """;

    /// One with the `Orders` of this module.
    static Shop of(Program program, Value module) {
        Log log = Log.in(program);
        Value it =
                program.value(OPEN)
                        .as("openShop")
                        .call(module.get("Orders").as("Orders"), log.list())
                        .as("shop");
        return new Shop(log, it, it.get("orders").as("orders"));
    }

    /// What its steps fail with.
    Value error() {
        return it.get("error");
    }

    /// An order that fails by its plan, such as `charge rejects`; with the plan "" it is shipped.
    Value order(int id, String plan) {
        return log.program().value("({ id: " + id + ", plan: '" + plan + "' })");
    }

    Value place(int id) {
        return place(id, "");
    }

    Value place(int id, String plan) {
        return orders.invoke("place", order(id, plan));
    }

    /// What `shipped` promises for the order of this id.
    Value waitsFor(Value shipped, int id) {
        return shipped.call(orders, id).as("shipped(orders, " + id + ")");
    }

    Value waitsFor(Value shipped, int id, Value options) {
        return shipped.call(orders, id, options).as("shipped(orders, " + id + ", " + options + ")");
    }

    /// What became of placing such an order.
    Value outcome(int id, String plan) {
        return outcome(place(id, plan).as("promise"));
    }

    /// What became of a promise: what it was rejected or fulfilled with, `fulfilled` where that is undefined.
    Value outcome(Value promise) {
        return log.program()
                .value(
                        "(promise) => promise.then((value = 'fulfilled') => value, (error) => error)")
                .as("outcomeOf")
                .call(promise)
                .awaited();
    }

    /// Holds when orders that fail so, by `rejects` or `throws`, go no further and are told as `error`, once.
    void tellsFailures(String how) {
        log.follow(orders);
        outcome(1, "charge " + how)
                .because(
                        "Nobody listens to 'error', so the promise of `place` is rejected with that very error")
                .isSameAs(error());
        log.shows("`charge` " + how + ": the order goes no further", "placed 1", "charge 1");

        Value seen = seenErrors();
        Value bad = order(2, "ship " + how);
        outcome(orders.invoke("place", bad).as("promise"))
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
                .isSameAs(error());
        seen.get("order")
                .as("the second argument of onError")
                .because("'error' is emitted with the order, too")
                .isSameAs(bad);
        place(3, "charge " + how).awaited();
        log.shows("`charge` " + how + ": the order goes no further", "placed 3", "charge 3");
        seen.get("count").as("calls of onError").because("A second order failed").is(2);
    }

    /// Listens to `error`, and gives the place where it writes how often it was called, and with what.
    private Value seenErrors() {
        Value seen = log.program().value("({ count: 0 })").as("seen");
        orders.invoke(
                "on",
                "error",
                log.program()
                        .value(
                                "(seen) => (error, order) => { Object.assign(seen, { count: seen.count + 1, error, order }); }")
                        .call(seen)
                        .as("onError"));
        return seen;
    }

    /// Holds when what a listener of this event throws fails `place`, and is not told as an order's `error`.
    void blamesTheListener(String event) {
        Spy onError = log.program().spy("() => {}");
        orders.invoke("on", "error", onError);
        Value bug = log.program().value("new Error('a bug in a listener')").as("bug");
        orders.invoke("on", event, new Meddlers(log.program()).throwing(bug).as("buggyListener"));
        outcome(4, "a listener throws")
                .because(
                        "A listener of '"
                                + event
                                + "' threw, and the promise of `place` is rejected with that very error")
                .isSameAs(bug);
        onError.calls().because("A listener failed, not the order: no 'error' is emitted").is(0);
    }

    /// Holds when a wait by `shipped` ends with the reason of its signal, aborted while it waits or before.
    void stopsWaiting(Value shipped) {
        Value abort = log.program().value("new AbortController()").as("controller");
        Value options =
                log.program().value("({ signal }) => ({ signal })").call(abort).as("{ signal }");
        Value five = waitsFor(shipped, 5, options);
        Value six = waitsFor(shipped, 6, options);
        place(6).awaited();
        six.awaited().because("The signal was not aborted").is("parcel 6");
        Value reason = log.program().value("new Error('no longer needed')").as("reason");
        abort.invoke("abort", reason);
        five.rejection()
                .because("The signal was aborted, and `shipped` is rejected with its reason")
                .isSameAs(reason);
        waitsFor(shipped, 7, options)
                .rejection()
                .because("The signal had been aborted before")
                .isSameAs(reason);
    }
}
