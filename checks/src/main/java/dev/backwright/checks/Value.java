package dev.backwright.checks;

import org.jspecify.annotations.Nullable;

/// A value inside the learner's program. Primitives arrive with their type; functions and objects stay
/// where they are and are held by a handle. Every call made through a handle is remembered: when a check
/// fails, the calls it made are shown as *call, expected, seen*.
///
/// Plain objects, arrays, dates, maps and sets compare deeply by content with Java's maps, lists,
/// instants and sets; anything else by identity.
///
/// An exception thrown, or a rejection met, where a value was expected ends the check as a failure
/// of the learner's program.
public interface Value extends Seen {

    /// Names this value as the learner would, for the evidence: `memoize.call(fn).as("quote")`.
    Value as(String name);

    /// Reads a property; a getter runs. `undefined` where there is none.
    Value get(String property);

    /// Calls this function with `this` undefined. Arguments are Java values, [Js], [Value] or [Spy].
    Value call(@Nullable Object... arguments);

    /// Calls this function with the given `this`.
    Value callOn(@Nullable Object self, @Nullable Object... arguments);

    /// Calls the method of that name of this object.
    Value invoke(String method, @Nullable Object... arguments);

    /// Calls this function with `new`.
    Value construct(@Nullable Object... arguments);

    /// Waits for this promise and gives what it was fulfilled with; a value that is no promise, itself.
    Value awaited();

    /// Calls this function and gives what it threw; a call that throws nothing fails the check.
    Value thrownBy(@Nullable Object... arguments);

    /// Waits for this promise and gives what it was rejected with; a fulfilled one fails the check.
    Value rejection();

    /// Holds when this is the very same value, by `Object.is`.
    Value isSameAs(Value other);

    /// Holds when this is not the very same value, by `Object.is`.
    Value isNotSameAs(Value other);

    /// Holds when `typeof` gives this name: `function`, `object`, `bigint`, …
    Value isA(String typeName);

    /// Holds when the prototype chain carries a constructor of that name: `TypeError`, `Map`, …
    Value isInstanceOf(String constructorName);

    @Override
    Value because(String reason);

    @Override
    Value is(@Nullable Object expected);
}
