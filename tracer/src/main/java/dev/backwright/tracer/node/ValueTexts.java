package dev.backwright.tracer.node;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// All other errors: properties that may not change, bindings, classes, numbers, and what builtins expect.
final class ValueTexts {

    private static final Pattern DEAD_ZONE =
            Pattern.compile("TemporalDeadZone.*|.*FrameSlot.*|.*ImportBinding.*");

    private static final Rules PROPERTIES =
            new Rules()
                    .when(
                            "Cannot assign to read only property '(.*?)' of (.*)",
                            (match, thrown) ->
                                    Optional.of(
                                            "Cannot assign to read only property '%s' of %s"
                                                    .formatted(
                                                            match.group(1),
                                                            readOnlyOwner(match.group(2), thrown))))
                    .when("Cannot redefine property: (\\d+)", ValueTexts::frozenElement)
                    .say(
                            "Cannot add new property \"(.*)\" to non-extensible .*",
                            "Cannot add property $1, object is not extensible")
                    .when(
                            "Cannot (set|get) property (#.*) of .* which has only a [gs]etter",
                            (match, thrown) ->
                                    Optional.of(
                                            "'%s' was defined without a %ster"
                                                    .formatted(
                                                            match.group(2),
                                                            match.group(1).equals("set")
                                                                    ? "set"
                                                                    : "get")))
                    .when(
                            "Cannot set property (.*) of (.*) which has only a getter",
                            (match, thrown) ->
                                    Optional.of(
                                            "Cannot set property %s of %s which has only a getter"
                                                    .formatted(
                                                            match.group(1),
                                                            owner(match.group(2), thrown))))
                    .when("\"(.*)\" is not a configurable property", ValueTexts::undeletable)
                    .say(
                            "Cannot delete property \"(.*)\" of sealed array",
                            "Cannot delete property '$1' of [object Array]")
                    .when(
                            "Cannot add property \"(.*)\" to non-object (.*)",
                            (match, thrown) ->
                                    Optional.of(
                                            "Cannot create property '%s' on %s '%s'"
                                                    .formatted(
                                                            match.group(1),
                                                            Displays.typeOf(match.group(2)),
                                                            match.group(2))))
                    .when(
                            "setPrototype failed",
                            (match, thrown) ->
                                    Optional.of(
                                            thrown.text().contains("freeze")
                                                    ? "#<Object> is not extensible"
                                                    : "Cyclic __proto__ value"))
                    .when("[GS]etter must be a function", ValueTexts::accessor)
                    .say(
                            "Invalid property. A property cannot both.*",
                            "Invalid property descriptor. Cannot both specify accessors and a value or writable attribute, #<Object>")
                    .when(
                            "called on non-object",
                            (match, thrown) ->
                                    Optional.of(
                                            Expressions.callee(thrown.text())
                                                    + " called on non-object"));

    private static final Rules CLASSES =
            new Rules()
                    .when(
                            "\"?([\\w$]+)\"? is not defined",
                            (match, thrown) ->
                                    DEAD_ZONE.matcher(thrown.node()).matches()
                                            ? Optional.of(
                                                    "Cannot access '"
                                                            + match.group(1)
                                                            + "' before initialization")
                                            : Optional.of(match.group(1) + " is not defined"))
                    .say("super\\(\\) called twice", "Super constructor may only be called once")
                    .say("(Cannot (?:read|write) private member .*)\\.", "$1")
                    .when("Receiver must be an instance of class", ValueTexts::receiver)
                    .say(
                            "Duplicate private member (.*)\\.",
                            "Cannot initialize $1 twice on the same object")
                    .say(
                            "protoParent is neither Object nor Null",
                            "Class extends value does not have valid prototype property undefined")
                    .say(
                            "Constructor Promise requires 'new'",
                            "Promise constructor cannot be invoked without 'new'")
                    .say(
                            "Cannot resolve promise from this type",
                            "PromiseResolve called on non-object")
                    .when(
                            "cannot create promise: executor not callable",
                            (match, thrown) ->
                                    Optional.of(
                                            "Promise resolver "
                                                    + Displays.object(argument(thrown))
                                                    + " is not a function"))
                    .say(
                            "(?:target|handler) expected to be an object",
                            "Cannot create proxy with a non-object as target or handler")
                    .say("generator is already executing", "Generator is already running")
                    .say(
                            "Cannot construct a new Iterator as it is an abstract class.",
                            "Abstract class Iterator not directly constructable");

    private static final Rules NUMBERS =
            new Rules()
                    .say(
                            "Cannot mix BigInt and other types, use explicit conversions\\.",
                            "Cannot mix BigInt and other types, use explicit conversions")
                    .when(
                            "Cannot convert a BigInt value to a number",
                            (match, thrown) ->
                                    thrown.text().matches("(?s)\\+[^+].*|.*\\(.*")
                                            ? Optional.empty()
                                            : Optional.of(
                                                    "Cannot mix BigInt and other types, use explicit conversions"))
                    .say("(Cannot convert .* to a BigInt)\\.", "$1")
                    .when(
                            "BigInt out of range",
                            (match, thrown) ->
                                    Optional.of(
                                            "The number "
                                                    + argument(thrown)
                                                    + " cannot be converted to a BigInt because it is not an integer"))
                    .say("BigInt exponent must not be negative", "Exponent must be non-negative")
                    .say(
                            "toFixed\\(\\) fraction digits .*",
                            "toFixed() digits argument must be between 0 and 100")
                    .say(
                            "toExponential\\(\\) fraction digits .*",
                            "toExponential() argument must be between 0 and 100")
                    .say(
                            "toString\\(\\) expects radix in range 2-36",
                            "toString() radix argument must be between 2 and 36")
                    .when(
                            "illegal repeat count",
                            (match, thrown) ->
                                    Optional.of("Invalid count value: " + argument(thrown)))
                    .when(
                            "invalid index",
                            (match, thrown) -> Optional.of("Invalid index : " + argument(thrown)))
                    .when("index is negative", ValueTexts::negativeLength)
                    .say("time value is not a finite number", "Invalid time value")
                    .say(
                            "index \\+ elementSize > viewLength",
                            "Offset is outside the bounds of the DataView")
                    .when(
                            "offset > bufferByteLength",
                            (match, thrown) ->
                                    Optional.of("Start offset is outside the bounds of the buffer"))
                    .say(
                            "buffer.byteLength of (\\w+) should be (.*)",
                            "byte length of $1 should be $2");

    private static final Rules BUILTINS =
            new Rules()
                    .say(
                            "Iterator result (.*) is not an object",
                            "Iterator value $1 is not an entry object")
                    .when(
                            "The comparison function must be either a function or undefined",
                            (match, thrown) ->
                                    Optional.of(
                                            match.group()
                                                    + ": "
                                                    + Displays.object(argument(thrown))))
                    .say(
                            "Regular expression passed to matchAll\\(\\) is missing 'g' flag.",
                            "String.prototype.matchAll called with a non-global RegExp argument")
                    .say(
                            "Only global regexps allowed",
                            "String.prototype.replaceAll called with a non-global RegExp argument")
                    .say(
                            "Method (Symbol.prototype.toString) called on .*",
                            "$1 requires that 'this' be a Symbol")
                    .when("(.*) is not a (Number|RegExp)", ValueTexts::wrongReceiver)
                    .when("(Map|Set|WeakMap|WeakSet) expected", ValueTexts::wrongReceiver)
                    .say("not a Date object", "this is not a Date object.")
                    .say(
                            "Not an ArrayBuffer",
                            "First argument to DataView constructor must be an ArrayBuffer")
                    .say("Not a symbol: (.*)", "$1 is not a symbol")
                    .say(
                            "\\[Symbol.toPrimitive\\] method returned a non-primitive object",
                            "Cannot convert object to primitive value")
                    .say("illegal escape sequence|cannot escape|decode: .*", "URI malformed")
                    .say(
                            "Language tag is not well-formed: .*",
                            "Incorrect locale information provided")
                    .say(
                            "Currency can not be undefined when style is \"currency\"\\.",
                            "Currency code is required with currency style.")
                    .say(
                            "invalid option (.*) found where only .*",
                            "Value $1 out of range for options");

    private ValueTexts() {}

    static Optional<String> corrected(ThrownAt thrown) {
        return CLASSES.corrected(thrown)
                .or(() -> PROPERTIES.corrected(thrown))
                .or(() -> NUMBERS.corrected(thrown))
                .or(() -> BUILTINS.corrected(thrown));
    }

    private static Optional<String> accessor(MatchResult match, ThrownAt thrown) {
        var given = Pattern.compile("\\b[gs]et\\s*:\\s*([^,}]+)").matcher(thrown.text());
        return given.find()
                ? Optional.of(match.group() + ": " + Displays.object(given.group(1).strip()))
                : Optional.empty();
    }

    /// What GraalJS only calls an object: by the class that the program has made it of, if that can be seen.
    private static String owner(String shown, ThrownAt thrown) {
        String text = thrown.text();
        var name = Pattern.compile("^([\\w$]+)\\s*[.\\[]").matcher(text);
        boolean plain = shown.startsWith("{") || shown.equals("[object Object]");
        if (!plain || !name.find()) {
            return Displays.object(shown);
        }
        var made =
                name.group(1).equals("this")
                        ? Pattern.compile("(?s).*\\bclass\\s+([\\w$]+)")
                        : Pattern.compile(
                                "(?s).*\\b"
                                        + Pattern.quote(name.group(1))
                                        + "\\s*=\\s*(?:Object\\.(?:freeze|seal|preventExtensions)\\(\\s*)?new\\s+([\\w$]+)");
        var found = made.matcher(thrown.before());
        return found.lookingAt() ? "#<" + found.group(1) + ">" : Displays.object(shown);
    }

    private static String readOnlyOwner(String shown, ThrownAt thrown) {
        return shown.startsWith("{")
                ? "object '" + owner(shown, thrown) + "'"
                : Displays.owner(shown);
    }

    private static Optional<String> frozenElement(MatchResult match, ThrownAt thrown) {
        return thrown.text().contains("define")
                ? Optional.empty()
                : Optional.of(
                        "Cannot assign to read only property '%s' of object '[object Array]'"
                                .formatted(match.group(1)));
    }

    private static Optional<String> undeletable(MatchResult match, ThrownAt thrown) {
        String owner =
                thrown.text()
                        .replaceFirst("^delete\\s+", "")
                        .replaceFirst("(?s)(?:\\.[\\w$]+|\\[[^\\]]*\\])$", "");
        String shown = owner.startsWith("[") ? "[object Array]" : "#<Object>";
        return Optional.of("Cannot delete property '%s' of %s".formatted(match.group(1), shown));
    }

    private static Optional<String> receiver(MatchResult match, ThrownAt thrown) {
        var name = Pattern.compile("(?s).*\\bclass\\s+([\\w$]+).*").matcher(thrown.before());
        return Optional.of(
                "Receiver must be "
                        + (name.matches()
                                ? "an instance of class " + name.group(1)
                                : "an instance of class anonymous"));
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
                                + Displays.object(argument(thrown)));
    }

    private static Optional<String> negativeLength(MatchResult match, ThrownAt thrown) {
        String callee = Expressions.callee(thrown.text()).replaceFirst("^new\\s+", "");
        if (callee.equals("ArrayBuffer")) {
            return Optional.of("Array buffer allocation failed");
        }
        return callee.endsWith("Array")
                ? Optional.of("Invalid typed array length: " + argument(thrown))
                : Optional.of(argument(thrown) + " must be positive");
    }

    /// The first argument of the call, as it is written; a literal is as good as its value.
    private static String argument(ThrownAt thrown) {
        String text = thrown.text();
        String callee = Expressions.callee(text);
        int open = text.indexOf('(', text.indexOf(callee) + callee.length());
        String first = open < 0 ? "" : Expressions.expression(text.substring(open + 1));
        String plain = first.replaceFirst("^['\"](.*)['\"]$", "$1");
        if (plain.startsWith("new ")) {
            return Expressions.callee(plain.substring("new ".length())) + "{}";
        }
        return plain.isEmpty() ? "undefined" : plain;
    }
}
