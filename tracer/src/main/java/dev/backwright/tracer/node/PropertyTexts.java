package dev.backwright.tracer.node;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Properties that may not be changed, added or deleted.
final class PropertyTexts {

    private static final Rules RULES =
            new Rules()
                    .when(
                            "Cannot assign to read only property '(.*?)' of (.*)",
                            (match, thrown) ->
                                    Optional.of(
                                            "Cannot assign to read only property '%s' of %s"
                                                    .formatted(
                                                            match.group(1),
                                                            readOnlyOwner(match.group(2), thrown))))
                    .when("Cannot redefine property: (\\d+)", PropertyTexts::frozenElement)
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
                    .when("\"(.*)\" is not a configurable property", PropertyTexts::undeletable)
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
                    .when("[GS]etter must be a function", PropertyTexts::accessor)
                    .when(
                            "called on non-object",
                            (match, thrown) ->
                                    Optional.of(
                                            Expressions.callee(thrown.text())
                                                    + " called on non-object"));

    private PropertyTexts() {}

    static Optional<String> corrected(ThrownAt thrown) {
        return RULES.corrected(thrown);
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
}
