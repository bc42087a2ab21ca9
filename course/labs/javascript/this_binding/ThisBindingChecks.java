package javascript.this_binding;

import dev.backwright.checks.Check;
import dev.backwright.checks.Js;
import dev.backwright.checks.Program;
import dev.backwright.checks.Seed;
import dev.backwright.checks.Spy;
import dev.backwright.checks.Value;
import java.util.List;
import java.util.Map;

/// Rings a bell of its own, which calls its listeners on itself as an emitter does. Reads no source.
class ThisBindingChecks {

    private static final String DESK = "desk.js";
    private static final String BIND = "bind.js";

    /// What a listener finds on `this` looks enough like a desk to be mistaken for one.
    private static final String BELL =
            """
            ((listeners) => ({
              name: 'bell',
              served: [],
              on(listener) { listeners.push(listener); },
              off(listener) {
                const at = listeners.indexOf(listener);
                if (at >= 0) listeners.splice(at, 1);
              },
              ring(ticket) {
                for (const listener of [...listeners]) {
                  if (typeof listener === 'function') listener.call(this, ticket);
                }
              },
              get listeners() { return listeners.length; },
            }))([])
            """;

    @Check(
            id = "methods-use-their-object",
            title = "`sign` and `serve` use the object they are called on")
    void methodsUseTheirObject(Program program, Seed seed) {
        Value makeDesk = program.module(DESK).get("makeDesk").as("makeDesk");
        int ticket = seed.between(100, 900);
        Value desk = makeDesk.call("A", program.value(BELL).as("bell")).as("desk");
        desk.invoke("sign").because("It is 'A', and nothing has been served yet").is("A: 0 served");
        desk.invoke("serve", ticket);
        desk.get("served").because("`serve` adds the ticket to `served`").is(List.of(ticket));
        desk.invoke("serve", ticket + 1);
        desk.get("served").because("The tickets stand in order").is(List.of(ticket, ticket + 1));
        desk.invoke("sign").because("Two tickets have been served").is("A: 2 served");

        rename(program).call(desk, "North");
        desk.invoke("sign").because("The desk has another name now").is("North: 2 served");

        Value other = program.value("({ name: 'B', served: [5, 6, 7] })").as("otherObject");
        desk.get("sign")
                .as("desk.sign")
                .callOn(other)
                .because("`sign` was called on another object, with a name and tickets of its own")
                .is("B: 3 served");
        desk.get("serve").as("desk.serve").callOn(other, ticket);
        other.get("served")
                .because("`serve` was called on this object, so the ticket belongs here")
                .is(List.of(5, 6, 7, ticket));
        desk.get("served")
                .because("`serve` was called on another object, so this desk has served no more")
                .is(List.of(ticket, ticket + 1));
    }

    @Check(
            id = "list-reaches-its-object",
            title = "`list` gives a line for each ticket of the object it is called on")
    void listReachesItsObject(Program program) {
        Value makeDesk = program.module(DESK).get("makeDesk").as("makeDesk");
        Value desk = makeDesk.call("A", program.value(BELL).as("bell")).as("desk");
        desk.invoke("list").because("Nothing has been served yet").is(List.of());
        desk.invoke("serve", 7);
        desk.invoke("serve", 12);
        desk.invoke("list")
                .because("Each line is the desk's name, '-' and the ticket")
                .is(List.of("A-7", "A-12"));
        rename(program).call(desk, "North");
        desk.invoke("list")
                .because("The desk has another name now")
                .is(List.of("North-7", "North-12"));
        Value other = program.value("({ name: 'B', served: [5, 6] })").as("otherObject");
        desk.get("list")
                .as("desk.list")
                .callOn(other)
                .because("`list` was called on another object, with a name and tickets of its own")
                .is(List.of("B-5", "B-6"));
    }

    @Check(
            id = "an-open-desk-serves",
            title = "an open desk serves each ticket of the bell, itself and once")
    void anOpenDeskServes(Program program) {
        Value makeDesk = program.module(DESK).get("makeDesk").as("makeDesk");
        Value bell = program.value(BELL).as("bell");
        Value first = makeDesk.call("A", bell).as("first");
        Value second = makeDesk.call("B", bell).as("second");
        bell.invoke("ring", 1);
        first.get("served").because("The desk is not open yet").is(List.of());

        first.invoke("open");
        bell.get("served").is(List.of());
        bell.invoke("ring", 2);
        first.get("served").because("The bell rang for 2 while this desk was open").is(List.of(2));
        bell.get("served").because("The desk serves, not the bell that calls").is(List.of());
        second.get("served").because("This desk is not open yet").is(List.of());

        second.invoke("open");
        bell.invoke("ring", 3);
        first.get("served").because("Each open desk serves each ticket once").is(List.of(2, 3));
        second.get("served").because("Each open desk serves each ticket once").is(List.of(3));

        bell.invoke("ring", 3);
        first.get("served")
                .because("The bell rang again, for the same ticket: once for each ring")
                .is(List.of(2, 3, 3));

        program.value("(desk) => { desk.served = []; }").as("beginANewDay").call(first);
        bell.invoke("ring", 4);
        first.get("served")
                .because("`served` is another array now, and the ticket belongs into this one")
                .is(List.of(4));
    }

    @Check(
            id = "a-closed-desk-is-let-go",
            title = "a closed desk serves no more, and the bell has let go of it",
            needs = "an-open-desk-serves")
    void aClosedDeskIsLetGo(Program program) {
        Value makeDesk = program.module(DESK).get("makeDesk").as("makeDesk");
        Value bell = program.value(BELL).as("bell");
        Value first = makeDesk.call("A", bell).as("first");
        Value second = makeDesk.call("B", bell).as("second");
        first.invoke("open");
        second.invoke("open");
        bell.invoke("ring", 1);
        first.invoke("close");
        bell.invoke("ring", 2);
        first.get("served").because("It was closed before the bell rang for 2").is(List.of(1));
        second.get("served").because("Only the other desk was closed").is(List.of(1, 2));
        bell.get("listeners")
                .because("One desk is open, so one function is left with the bell")
                .is(1);

        first.invoke("open");
        bell.invoke("ring", 3);
        first.get("served").because("It is open again, and serves once").is(List.of(1, 3));
        first.invoke("close");
        second.invoke("close");
        bell.invoke("ring", 4);
        first.get("served").because("It is closed again").is(List.of(1, 3));
        second.get("served").because("It is closed").is(List.of(1, 2, 3));
        bell.get("listeners").because("No desk is open, so no function is left").is(0);
    }

    @Check(
            id = "bind-fixes-this",
            title = "a bound function calls `fn` on `self`, whatever it is called on")
    void bindFixesThis(Program program) {
        Value nativeBinds =
                program.value(
                                """
                                ((native) => {
                                  let calls = 0;
                                  Function.prototype.bind = function (...args) {
                                    calls++;
                                    return Reflect.apply(native, this, args);
                                  };
                                  return {
                                    forget: () => { calls = 0; },
                                    get calls() { return calls; },
                                  };
                                })(Function.prototype.bind)
                                """)
                        .as("FunctionPrototypeBind");
        Value bind = program.module(BIND).get("bind").as("bind");
        nativeBinds.invoke("forget");

        Spy fn = program.spy("function (n) { return this.each * n; }");
        Value shop = program.value("Object.freeze({ each: 12 })").as("shop");
        Value other = program.value("({ each: 50 })").as("other");
        Value price = bind.call(fn, shop).as("price");
        fn.calls().because("Nobody has called the bound function yet").is(0);
        price.call(5).because("`fn` is called on `shop`, and its answer is the answer").is(60);
        price.callOn(other, 5).because("Called on `other`, it still calls `fn` on `shop`").is(60);
        fn.selves()
                .getLast()
                .as("this in fn")
                .because("`fn` gets `shop` itself, not a copy")
                .isSameAs(shop);
        bind.call(price, other)
                .as("priceBoundAgain")
                .call(5)
                .because("What is bound stays bound, also when it is bound again")
                .is(60);
        bind.call(fn, other)
                .as("otherPrice")
                .call(5)
                .because("The same `fn` can be bound to several objects")
                .is(250);
        price.call(5).because("That `fn` was bound again elsewhere changes nothing here").is(60);

        Spy who =
                program.spy(
                        "function () { return this === globalThis ? 'the global object' : this; }");
        String exactly = "`fn` gets exactly the `self` that was given";
        bind.call(who, Js.UNDEFINED)
                .as("onUndefined")
                .callOn(other)
                .because(exactly)
                .is(Js.UNDEFINED);
        bind.call(who, (Object) null).as("onNull").callOn(other).because(exactly).is((Object) null);
        bind.call(who, 0).as("onZero").callOn(other).because(exactly).is(0);
        bind.call(who, "").as("onEmptyText").callOn(other).because(exactly).is("");
        bind.call(who, "tea").as("onText").call().because(exactly).isA("string").is("tea");

        Value failing =
                program.value(
                                """
                                ((error) => ({ error, fail() { throw error; } }))(new Error('closed'))
                                """)
                        .as("failing");
        bind.call(failing.get("fail").as("failing.fail"), shop)
                .as("fails")
                .thrownBy()
                .because("What `fn` throws goes to the caller: the very same error")
                .isSameAs(failing.get("error").as("failing.error"));

        nativeBinds
                .get("calls")
                .because("`bind` and what it returns do without `Function.prototype.bind`")
                .is(0);
    }

    @Check(
            id = "bind-puts-partial-first",
            title = "`partial` stands before the arguments of each call")
    void bindPutsPartialFirst(Program program) {
        Value bind = program.module(BIND).get("bind").as("bind");
        Spy all = program.spy("(...args) => args");
        Value two = bind.call(all, (Object) null, "a", "b").as("two");
        two.call("c", "d")
                .because("First those given to `bind`, then those of the call")
                .is(List.of("a", "b", "c", "d"));
        two.call("e")
                .because("Each call begins with `partial` again; the call before has no part in it")
                .is(List.of("a", "b", "e"));
        two.call().because("This call had no arguments of its own").is(List.of("a", "b"));
        two.call(1, 2, 3, 4, 5)
                .because("All arguments of the call are handed on")
                .is(List.of("a", "b", 1, 2, 3, 4, 5));

        Value none = bind.call(all, (Object) null).as("none");
        none.call().because("No arguments here, no arguments there").is(List.of());
        none.call(1, 2)
                .because("Without `partial` only those of the call are left")
                .is(List.of(1, 2));
        none.call(Js.UNDEFINED)
                .get("length")
                .because("`undefined` is an argument like any other")
                .is(1);
        Value falsy = bind.call(all, (Object) null, 0, "", Js.UNDEFINED).as("falsy");
        falsy.call(7).get("length").because("`undefined` is an argument like any other").is(4);
        falsy.call(7).get("0").because("0 is an argument like any other").is(0);
        Value list = bind.call(all, (Object) null, List.of(1, 2)).as("list");
        list.call(List.of(3))
                .because("An array is one argument, it is not taken apart")
                .is(List.of(List.of(1, 2), List.of(3)));
        bind.call(two, (Object) null, "c")
                .as("three")
                .call("d")
                .because("What is bound again gets one `partial` after the other")
                .is(List.of("a", "b", "c", "d"));
    }

    @Check(
            id = "new-goes-past-self",
            title = "`new` makes what `new fn` makes, and only `new` does",
            needs = {"bind-fixes-this", "bind-puts-partial-first"})
    void newGoesPastSelf(Program program) {
        Value bind = program.module(BIND).get("bind").as("bind");
        Value self = program.value("({ name: 'self' })").as("self");

        Value makePoint =
                program.value("function Point(x, y) { this.x = x; this.y = y; }").as("Point");
        Value onLine = bind.call(makePoint, self, 7).as("OnLine7");
        Value point = onLine.construct(4).as("point");
        point.because("The object is made as `new Point` makes it").isInstanceOf("Point");
        prototypeOf(program)
                .call(point)
                .because("The object is made as `new Point` makes it, with its prototype")
                .isSameAs(makePoint.get("prototype").as("Point.prototype"));
        point.get("x").because("`partial` comes first with `new`, too").is(7);
        point.get("y").because("Then the arguments of the call").is(4);
        self.because("With `new`, `self` plays no part").is(Map.of("name", "self"));
        onLine.callOn(point, 9);
        point.get("y").because("A call without `new` is one on `self`, also from a point").is(4);
        self.get("y").because("A call without `new` is one on `self`, also from a point").is(9);

        Value likeAnInstance =
                program.value("(bound) => Object.create(bound.prototype ?? Object.prototype)")
                        .as("objectWithThePrototypeOf")
                        .call(onLine)
                        .as("likeAnInstance");
        onLine.callOn(likeAnInstance, 11);
        self.get("y")
                .because("A call without `new` is one on `self`, on whatever object it is made")
                .is(11);

        Value account =
                program.value(
                                """
                                class Account {
                                  #balance;
                                  constructor(owner, balance) {
                                    this.owner = owner;
                                    this.#balance = balance;
                                    this.madeBy = new.target;
                                  }
                                  get balance() { return this.#balance; }
                                }
                                """)
                        .as("Account");
        Value annsAccount = bind.call(account, self, "Ann").as("AnnsAccount");
        Value made = annsAccount.construct(100).as("account");
        made.isInstanceOf("Account");
        made.get("owner").because("A class is made with `new`, too").is("Ann");
        made.get("balance").is(100);
        made.get("madeBy")
                .as("new.target in Account")
                .because("As with `new Account`, `new.target` is the class")
                .isSameAs(account);
        bind.call(annsAccount, self, 200)
                .as("boundTwice")
                .construct()
                .as("account2")
                .get("balance")
                .because("What is bound twice can be used with `new`, too")
                .is(200);

        Value single = program.value("({ kind: 'single' })").as("single");
        Value giver = program.value("(single) => function Giver() { return single; }").call(single);
        bind.call(giver.as("Giver"), self)
                .as("BoundGiver")
                .construct()
                .because("`new Giver` gives the object that `Giver` returns")
                .isSameAs(single);
        Value failing =
                program.value(
                                """
                                ((error) => ({ error, Failing: function () { throw error; } }))(new Error('full'))
                                """)
                        .as("failing");
        program.value(
                        """
                        (Bound) => {
                          try {
                            return new Bound();
                          } catch (error) {
                            return error;
                          }
                        }
                        """)
                .as("errorOfNew")
                .call(bind.call(failing.get("Failing").as("Failing"), self))
                .because("What `fn` throws goes to the caller: the very same error")
                .isSameAs(failing.get("error").as("failing.error"));
    }

    private static Value rename(Program program) {
        return program.value("(desk, name) => { desk.name = name; }").as("rename");
    }

    private static Value prototypeOf(Program program) {
        return program.value("Object.getPrototypeOf").as("Object.getPrototypeOf");
    }
}
