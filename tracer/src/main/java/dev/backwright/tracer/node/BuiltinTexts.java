package dev.backwright.tracer.node;

import java.util.Optional;
import java.util.regex.MatchResult;

/// What the language's own functions expect of their arguments and their `this`.
final class BuiltinTexts {

    private static final Rules RULES =
            new Rules()
                    .when(
                            "Cannot convert a BigInt value to a number\\.?",
                            (match, thrown) ->
                                    Optional.of(
                                            convertsOne(thrown.text())
                                                    ? "Cannot convert a BigInt value to a number"
                                                    : "Cannot mix BigInt and other types, use"
                                                            + " explicit conversions"))
                    .when(
                            "BigInt out of range",
                            (match, thrown) ->
                                    Optional.of(
                                            "The number "
                                                    + Expressions.unwrapped(thrown.argument())
                                                    + " cannot be converted to a BigInt because it"
                                                    + " is not an integer"))
                    .when(
                            "illegal repeat count",
                            (match, thrown) ->
                                    Optional.of("Invalid count value: " + thrown.argument()))
                    .when(
                            "invalid index",
                            (match, thrown) -> Optional.of("Invalid index : " + thrown.argument()))
                    .when("index is negative", BuiltinTexts::negativeLength)
                    .when(
                            "offset > bufferByteLength",
                            (match, thrown) ->
                                    Optional.of("Start offset is outside the bounds of the buffer"))
                    .when(
                            "The comparison function must be either a function or undefined",
                            (match, thrown) ->
                                    Optional.of(
                                            match.group()
                                                    + ": "
                                                    + Displays.object(thrown.argument())))
                    .when("(.*) is not a (Number|RegExp)", BuiltinTexts::wrongReceiver)
                    .when("(Map|Set|WeakMap|WeakSet) expected", BuiltinTexts::wrongReceiver);

    private BuiltinTexts() {}

    /// Whether it is a `+` or a call that wants a number, and not an operator between two.
    private static boolean convertsOne(String text) {
        return text.matches("(?s)\\+[^+].*")
                || (text.endsWith(")") && Expressions.callee(text).matches("(?s)[^*/%&|^<>+(-]+"));
    }

    static Optional<String> corrected(ThrownAt thrown) {
        return RULES.corrected(thrown);
    }

    private static Optional<String> wrongReceiver(MatchResult match, ThrownAt thrown) {
        String method = Expressions.callee(thrown.text()).replaceFirst("\\.(?:call|apply)$", "");
        String kind = match.group(match.groupCount());
        if (!method.matches("[\\w$.]+")) {
            return Optional.empty();
        }
        return Optional.of(
                kind.equals("Number")
                        ? method + " requires that 'this' be a Number"
                        : "Method "
                                + method
                                + " called on incompatible receiver "
                                + Displays.object(thrown.argument()));
    }

    private static Optional<String> negativeLength(MatchResult match, ThrownAt thrown) {
        String callee = Expressions.callee(thrown.text()).replaceFirst("^new\\s+", "");
        if (callee.equals("ArrayBuffer")) {
            return Optional.of("Array buffer allocation failed");
        }
        return callee.endsWith("Array")
                ? Optional.of("Invalid typed array length: " + thrown.argument())
                : Optional.of(thrown.argument() + " must be positive");
    }
}
