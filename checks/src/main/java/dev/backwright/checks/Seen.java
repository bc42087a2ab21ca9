package dev.backwright.checks;

import org.jspecify.annotations.Nullable;

/// Something that was seen in a submission's behaviour: a value, a header, a cell, a count.
/// Each assertion returns the same thing, so that several can be said of it; the first one that does
/// not hold ends the check with an [Unmet] that tells what was expected and what was seen.
///
/// Expected values are Java's: strings, numbers (compared by value: `1` and `1.0` agree), booleans,
/// `null`, lists and maps; for values of a program also those of [Js].
public interface Seen {

    /// Holds when what was seen equals `expected`, deeply.
    Seen is(@Nullable Object expected);

    /// Holds when what was seen does not equal `unexpected`.
    Seen isNot(@Nullable Object unexpected);

    /// Holds when what was seen equals one of these.
    Seen isOneOf(@Nullable Object... expected);

    /// Holds when a text was seen and `regex` is found in it.
    Seen matches(String regex);

    /// Holds when a text with this part, or a list with this element, was seen.
    Seen contains(Object part);

    /// Holds when a text without this part, or a list without this element, was seen.
    Seen lacks(Object part);

    /// Holds when there is nothing: no such header, field, row or property.
    Seen isAbsent();

    /// Holds when there is something.
    Seen isPresent();

    /// Holds when a number not above `most` was seen.
    Seen isAtMost(long most);

    /// Holds when a number not below `least` was seen.
    Seen isAtLeast(long least);

    /// Says, in the learner's words, why this is expected; leads the failure message.
    /// Said before the assertion it explains.
    Seen because(String reason);

    /// What was seen, as Java's value; `null` where nothing or `null` was seen.
    @Nullable Object raw();

    /// What was seen as a text.
    ///
    /// @throws Unmet when it is no text
    String text();

    /// What was seen as a whole number.
    ///
    /// @throws Unmet when it is no whole number
    long number();
}
