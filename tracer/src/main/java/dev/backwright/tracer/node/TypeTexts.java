package dev.backwright.tracer.node;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Errors about what a value is not: without properties, not callable, not iterable.
final class TypeTexts {

    private static final String ITERATOR = "Symbol(Symbol.iterator)";
    private static final String NO_ITERATOR =
            " is not iterable (cannot read property " + ITERATOR + ")";
    private static final Pattern LOOP =
            Pattern.compile("(?s)\\bfor\\s+(?:await\\s*)?\\(.*?\\sof\\s+(.*)");

    private static final Rules RULES =
            Rules.read("type-texts.txt")
                    .when(
                            "Cannot read property 'Symbol\\(Symbol.iterator\\)' of"
                                    + " (undefined|null)",
                            TypeTexts::notIterable)
                    .when("Cannot read property '(.*)' of (undefined|null)", TypeTexts::read)
                    .when("Cannot convert undefined or null to object: (.*)", TypeTexts::toObject)
                    .when("(.*) is not a function", TypeTexts::notAFunction)
                    .when(
                            "(.*) is not a constructor|cannot construct a (?:generator|Symbol)",
                            TypeTexts::notAConstructor)
                    .when("(.*) is not iterable", TypeTexts::notIterable)
                    .when("(.*) is not an Object", TypeTexts::notAnObject)
                    .when("not a constructor", TypeTexts::superclass);

    private TypeTexts() {}

    static Optional<String> corrected(ThrownAt thrown) {
        return RULES.corrected(thrown);
    }

    private static Optional<String> read(MatchResult match, ThrownAt thrown) {
        String name = match.group(1);
        String value = match.group(2);
        return destructured(name, value, thrown)
                .or(() ->
                        Optional.of(
                                "Cannot read properties of %s (reading '%s')"
                                        .formatted(value, name)));
    }

    /// Where the expression is no access but a part of a pattern: `{ name }`.
    private static Optional<String> destructured(String name, String value, ThrownAt thrown) {
        String text = thrown.text();
        boolean inPattern = text.matches("(?s)" + Pattern.quote(name) + "\\s*(?:[:=].*)?");
        int open = Expressions.enclosingAt(thrown.before());
        if (!inPattern || open < 0 || thrown.before().charAt(open) != '{') {
            return Optional.empty();
        }
        String before = thrown.before().substring(0, open).stripTrailing();
        if (before.endsWith(":")
                || before.endsWith("[")
                || (before.endsWith(",") && Expressions.enclosing(before) == '[')) {
            return Optional.empty();
        }
        return Optional.of(
                "Cannot destructure property '%s' of '%s' as it is %s."
                        .formatted(name, initializer(thrown, open, value), value));
    }

    private static String initializer(ThrownAt thrown, int open, String value) {
        String source = thrown.before() + thrown.from();
        String after = source.substring(Expressions.closing(source, open) + 1).stripLeading();
        if (after.startsWith("=") && !after.startsWith("=>")) {
            String given = Expressions.expression(after.substring(1).stripLeading());
            return Expressions.chain(given).orElse("(intermediate value)");
        }
        return after.startsWith("of ") ? ".for" : Displays.typed(value);
    }

    private static Optional<String> toObject(MatchResult match, ThrownAt thrown) {
        String text = thrown.text();
        if (text.startsWith("{") && text.contains("=")) {
            String value = match.group(1);
            return Optional.of(
                    "Cannot destructure '%s' as it is %s."
                            .formatted(text.substring(text.lastIndexOf('=') + 1).strip(), value));
        }
        String method = method(text);
        return Optional.of(
                method.startsWith("String.prototype.") || method.startsWith("Array.prototype.")
                        ? method + " called on null or undefined"
                        : "Cannot convert undefined or null to object");
    }

    /// `String.prototype.trim` of `String.prototype.trim.call(undefined)`.
    private static String method(String call) {
        return Expressions.callee(call).replaceFirst("\\.(?:call|apply)$", "");
    }

    private static Optional<String> notAFunction(MatchResult match, ThrownAt thrown) {
        String shown = match.group(1);
        if (thrown.text().startsWith("Function.prototype.toString.")) {
            return Optional.of("Function.prototype.toString requires that 'this' be a Function");
        }
        if (thrown.text().startsWith("...")
                || (thrown.node().startsWith("GetMethod") && thrown.text().matches("\\[.*"))) {
            return notIterable(match, thrown);
        }
        if (!thrown.node().contains("CacheNode") && !thrown.node().contains("Call")) {
            return Optional.of(Displays.typed(shown) + " is not a function");
        }
        return Expressions.chain(Expressions.callee(thrown.text()))
                .filter(callee -> !callee.isEmpty())
                .map(callee -> callee + " is not a function")
                .or(() -> Optional.of(shown.replace("<this>", "this") + " is not a function"));
    }

    private static Optional<String> notAConstructor(MatchResult match, ThrownAt thrown) {
        String text = thrown.text();
        if (!text.startsWith("new ")) {
            return superConstructor(text);
        }
        String callee = Expressions.callee(text.substring("new ".length()));
        return Optional.of(
                Expressions.chain(callee).orElse(intermediate(callee)) + " is not a constructor");
    }

    /// A member of an object literal is printed so, everything else as a value in between.
    private static String intermediate(String callee) {
        var member = Pattern.compile("(?s)\\(\\{.*}\\)(\\.[\\w$]+)").matcher(callee);
        return member.matches()
                ? "{(intermediate value)}" + member.group(1)
                : "(intermediate value)";
    }

    private static Optional<String> superConstructor(String text) {
        var heir = Pattern.compile("(?s)class\\s+(?!extends\\b)([\\w$]+)?.*").matcher(text);
        String name = heir.matches() && heir.group(1) != null ? heir.group(1) : "anonymous class";
        return text.startsWith("class") || text.startsWith("super")
                ? Optional.of("Super constructor null of " + name + " is not a constructor")
                : Optional.empty();
    }

    private static Optional<String> superclass(MatchResult match, ThrownAt thrown) {
        var heritage =
                Pattern.compile("(?s)class\\s*[\\w$]*\\s*extends\\s+(.*?)\\s*\\{.*")
                        .matcher(thrown.text());
        if (!heritage.matches()) {
            return Optional.empty();
        }
        String value = heritage.group(1);
        String shown = value.startsWith("(") ? "#<Object>" : value;
        return Optional.of("Class extends value " + shown + " is not a constructor or null");
    }

    private static Optional<String> notIterable(MatchResult match, ThrownAt thrown) {
        String shown = match.group(1);
        String text = thrown.text();
        if (text.startsWith("...")) {
            return Optional.of(spread(shown, text.substring(3), thrown));
        }
        var loop = LOOP.matcher(text);
        if (loop.find()) {
            String given = Expressions.expression(loop.group(1));
            return Optional.of(Expressions.iterated(given) + " is not iterable");
        }
        int equals = text.startsWith("[") ? text.indexOf('=', Expressions.closing(text, 0)) : -1;
        if (equals > 0) {
            String given = text.substring(equals + 1).strip();
            return Optional.of(Expressions.iterated(given) + " is not iterable");
        }
        return Optional.of(Displays.typed(shown) + NO_ITERATOR);
    }

    private static String spread(String shown, String given, ThrownAt thrown) {
        String printed = Expressions.iterated(given);
        boolean absent = shown.equals("undefined") || shown.equals("null");
        if (Expressions.enclosing(thrown.before()) != '(') {
            return printed + " is not iterable";
        }
        return absent
                ? printed + " is not iterable (cannot read property undefined)"
                : "Spread syntax requires ...iterable[Symbol.iterator] to be a function";
    }

    private static Optional<String> notAnObject(MatchResult match, ThrownAt thrown) {
        var key = thrown.node().isEmpty() ? SearchedKey.in(thrown.statement()) : null;
        if (key != null) {
            return Optional.of(
                    "Cannot use 'in' operator to search for '%s' in %s"
                            .formatted(key, match.group(1).replaceFirst("^(-?\\d+)n$", "$1")));
        }
        if (thrown.text().contains(".apply(")) {
            return Optional.of("CreateListFromArrayLike called on non-object");
        }
        return thrown.text().startsWith("...") || thrown.node().startsWith("Iterator")
                ? Optional.of("Iterator result " + match.group(1) + " is not an object")
                : Optional.empty();
    }
}
