package dev.backwright.judge.seen;

import dev.backwright.checks.Js;
import dev.backwright.checks.Json;
import dev.backwright.judge.json.Settled;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes a value as a learner of JavaScript would: `{ from: 1, note: 'lunch' }`.
public final class Rendering {

    private static final int LONGEST = 600;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*");

    private Rendering() {}

    /// The value, cut where it is very long.
    public static String of(@Nullable Object value) {
        String text = whole(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /// Several values as alternatives: `200, 201 or 204`.
    public static String anyOf(List<?> values) {
        List<String> texts = values.stream().map(Rendering::of).toList();
        int last = texts.size() - 1;
        return last < 1
                ? String.join("", texts)
                : String.join(", ", texts.subList(0, last)) + " or " + texts.get(last);
    }

    private static String whole(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> quoted(text);
            case Json(var inner) -> whole(inner);
            case Js special -> special(special);
            case BigInteger big -> big + "n";
            case Number number -> number(number);
            case Object[] array -> list(Arrays.asList(array));
            case List<?> list -> list(list);
            case Set<?> set -> "Set " + braces(items(Settled.of(set)));
            case Map<?, ?> map -> map(map);
            default -> value.toString();
        };
    }

    private static String special(Js value) {
        return switch (value) {
            case UNDEFINED -> "undefined";
            case NAN -> "NaN";
            case NEGATIVE_ZERO -> "-0";
            case INFINITY -> "Infinity";
            case NEGATIVE_INFINITY -> "-Infinity";
        };
    }

    private static String number(Number number) {
        if (number instanceof Double real && (real.isNaN() || real.isInfinite())) {
            return real.toString();
        }
        if (number instanceof Double zero && zero.equals(-0.0)) {
            return "-0";
        }
        var exact = new BigDecimal(number.toString());
        boolean whole = exact.signum() == 0 || exact.stripTrailingZeros().scale() <= 0;
        return whole ? exact.toBigInteger().toString() : exact.toPlainString();
    }

    private static String quoted(String text) {
        var out = new StringBuilder("'");
        text.codePoints().forEach(c -> escape(out, c));
        return out.append('\'').toString();
    }

    private static void escape(StringBuilder out, int c) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\'' -> out.append("\\'");
            case '\\' -> out.append("\\\\");
            default -> {
                if (Character.isISOControl(c)) {
                    out.append("\\x").append("%02x".formatted(c));
                } else {
                    out.appendCodePoint(c);
                }
            }
        }
    }

    private static String list(List<?> list) {
        return list.isEmpty() ? "[]" : "[ " + items(list) + " ]";
    }

    private static String items(Collection<?> items) {
        return items.stream().map(Rendering::whole).collect(Collectors.joining(", "));
    }

    private static String map(Map<?, ?> map) {
        return braces(
                Settled.of(map).entrySet().stream()
                        .map(entry -> key(entry.getKey()) + ": " + whole(entry.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    private static String key(@Nullable Object key) {
        return key instanceof String name && NAME.matcher(name).matches() ? name : whole(key);
    }

    private static String braces(String inner) {
        return inner.isEmpty() ? "{}" : "{ " + inner + " }";
    }
}
