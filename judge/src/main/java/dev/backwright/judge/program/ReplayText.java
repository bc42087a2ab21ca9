package dev.backwright.judge.program;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Values as they are coded for the probe ([Arguments#coded]), written as JavaScript.
final class ReplayText {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final IntFunction<String> names;

    /// @param names what an object is called, by its handle
    ReplayText(IntFunction<String> names) {
        this.names = names;
    }

    /// `'oil', 2`.
    String all(@Nullable Object coded) {
        return coded instanceof List<?> list
                ? list.stream().map(this::one).collect(Collectors.joining(", "))
                : "";
    }

    String one(@Nullable Object coded) {
        if (!(coded instanceof List<?> pair) || pair.size() != 2) {
            return "undefined";
        }
        Object content = pair.get(1);
        return switch (String.valueOf(pair.getFirst())) {
            case "json" -> literal(content);
            case "number" -> String.valueOf(content);
            case "bigint" -> content + "n";
            case "special" -> special(String.valueOf(content));
            case "handle" -> content instanceof Integer handle ? names.apply(handle) : "undefined";
            case "bytes" -> "Buffer.from(" + literal(content) + ", 'base64')";
            case "date" -> "new Date(" + content + ")";
            case "list" -> "[" + all(content) + "]";
            case "set" -> "new Set([" + all(content) + "])";
            case "map" -> "new Map([" + pairs(content, "[", ", ", "]", this::one) + "])";
            default -> "({ " + pairs(content, "", ": ", "", ReplayText::key) + " })";
        };
    }

    /// `.next`, or `['a key']`.
    static String member(String name) {
        return isName(name) ? "." + name : "[" + literal(name) + "]";
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /// A text in single quotes, where none stands in it.
    static String literal(@Nullable Object value) {
        String json = JSON.writeValueAsString(value);
        boolean plain = value instanceof String && !json.contains("'") && !json.contains("\\");
        return plain ? "'" + json.substring(1, json.length() - 1) + "'" : json;
    }

    private static String key(@Nullable Object key) {
        String name = String.valueOf(key);
        return isName(name) && !name.equals("__proto__") ? name : "[" + literal(name) + "]";
    }

    private String pairs(
            @Nullable Object content,
            String before,
            String between,
            String after,
            Function<@Nullable Object, String> key) {
        return content instanceof List<?> list
                ? list.stream()
                        .map(each -> (List<?>) each)
                        .map(pair ->
                                before
                                        + key.apply(pair.getFirst())
                                        + between
                                        + one(pair.get(1))
                                        + after)
                        .collect(Collectors.joining(", "))
                : "";
    }

    private static String special(String name) {
        return switch (name) {
            case "nan" -> "NaN";
            case "negativeZero" -> "-0";
            case "infinity" -> "Infinity";
            case "negativeInfinity" -> "-Infinity";
            default -> "undefined";
        };
    }
}
