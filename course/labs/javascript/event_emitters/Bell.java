package javascript.event_emitters;

import dev.backwright.checks.Program;
import dev.backwright.checks.Spy;
import dev.backwright.checks.Value;

/// An emitter, and the log into which its listeners write.
record Bell(Value it, Log log) {

    static Bell in(Program program) {
        Value it = program.module("emitter.js").get("Emitter").as("Emitter").construct().as("bell");
        return new Bell(it, Log.in(program));
    }

    Value on(Object event, Object listener) {
        return it.invoke("on", event, listener);
    }

    Value once(String event, Object listener) {
        return it.invoke("once", event, listener);
    }

    Value off(String event, Value listener) {
        return it.invoke("off", event, listener);
    }

    Value emit(Object event, Object... given) {
        Object[] all = new Object[given.length + 1];
        all[0] = event;
        System.arraycopy(given, 0, all, 1, given.length);
        return it.invoke("emit", all);
    }

    Value listenerCount(String event) {
        return it.invoke("listenerCount", event);
    }

    /// Holds when this listener was called once, as a method of the emitter.
    void isThisOf(Spy listener) {
        listener.calls().because("The listener is called once").is(1);
        listener.selves().getFirst().because("`this` in a listener is the emitter").isSameAs(it);
    }

    /// Holds when nobody listens to an event of this name, and then somebody does.
    void takesAsName(String name) {
        listenerCount(name).because("Nobody listens to this event").is(0);
        emit(name).because("Nobody listens to this event").is(false);
        on(name, log.listener("named"));
        emit(name, 1).because("An event may have any text as its name").is(true);
        log.shows("An event may have any text as its name", "named(1)");
    }

    /// Holds when what a listener throws goes to the caller of `emit`.
    void throwsToTheCaller() {
        Value oops = log.program().value("new Error('oops')").as("oops");
        on("throw", log.listener("first"));
        on("throw", new Meddlers(log.program()).throwing(oops).as("throwsOops"));
        on("throw", log.listener("last"));
        log.program()
                .value("(emitter, name) => emitter.emit(name)")
                .as("emit")
                .thrownBy(it, "throw")
                .because("What a listener throws goes to the caller of `emit`")
                .isSameAs(oops);
        log.shows("After a listener that throws no further one is called", "first()");
    }

    /// Holds when a listener that `once` has added is called once, though another one emits the event before its turn.
    void callsOnceThoughEmittedWithin() {
        on("nested", new Meddlers(log.program()).emitsOnceMore());
        once("nested", log.listener("once"));
        emit("nested", "outer");
        log.shows(
                "The event is emitted again before it is this listener's turn: it is called once all the same",
                "once(inner)");
    }

    /// Holds when `off` removes the entry that was added last, and nothing where there is none.
    void offRemovesOne() {
        Value a = log.listener("a");
        Value b = log.listener("b");
        on("ring", a).invoke("on", "ring", b).invoke("on", "ring", a);
        off("ring", a).because("`off` returns the emitter").isSameAs(it);
        emit("ring");
        log.shows("`off` removes one entry, the one added last", "a()", "b()");
        off("ring", log.listener("stranger")).because("`off` returns the emitter").isSameAs(it);
        off("close", a);
        emit("ring");
        log.shows(
                "`off` with a function or an event that was not added removes nothing",
                "a()",
                "b()");
        off("ring", a).invoke("off", "ring", b);
        emit("ring").because("All listeners were removed").is(false);
        listenerCount("ring").is(0);
    }

    /// Holds when a listener that was added by `on` or `once` and is removed by the one before it is called a last time.
    void stillCallsWhatIsRemoved(String addedBy) {
        Value victim = log.listener("victim");
        on(addedBy, new Meddlers(log.program()).removes(victim, addedBy));
        it.invoke(addedBy, addedBy, victim);
        emit(addedBy);
        log.shows(
                "Removed while the event was emitted, it is still called this time (added by `"
                        + addedBy
                        + "`)",
                "victim()");
        emit(addedBy);
        log.shows("It was removed");
    }
}
