package apis.jwt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// JSON as it stands in tokens. `null` is read as the text `null`, numbers as [BigDecimal].
final class JsonText {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(?:(?<mark>[{}\\[\\],:])|\"(?<text>(?:[^\"\\\\]|\\\\.)*)\""
                            + "|(?<number>-?\\d[\\d.eE+-]*)|(?<word>true|false|null))\\s*");

    private final Matcher tokens;
    private int at;

    private JsonText(String text) {
        this.tokens = TOKEN.matcher(text);
        next();
    }

    static String of(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(each -> of(each.getKey()) + ":" + of(each.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
            case List<?> list ->
                    list.stream().map(JsonText::of).collect(Collectors.joining(",", "[", "]"));
            case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            default -> value.toString();
        };
    }

    /// @throws IllegalArgumentException where it is no JSON object
    static Map<String, Object> object(String text) {
        var json = new JsonText(text);
        Map<String, Object> object = json.object();
        if (json.at != text.length()) {
            throw new IllegalArgumentException("more than one object");
        }
        return object;
    }

    private Map<String, Object> object() {
        expect("{");
        var all = new TreeMap<String, Object>();
        while (!is("}")) {
            next();
            if (!is("}")) {
                String name = text();
                next();
                expect(":");
                next();
                all.put(name, value());
                next();
            }
            if (!is("}")) {
                expect(",");
            }
        }
        return all;
    }

    private List<Object> list() {
        var all = new ArrayList<>();
        while (!is("]")) {
            next();
            if (!is("]")) {
                all.add(value());
                next();
            }
            if (!is("]")) {
                expect(",");
            }
        }
        return all;
    }

    private Object value() {
        if (is("{")) {
            return object();
        }
        if (is("[")) {
            return list();
        }
        String number = tokens.group("number");
        String word = tokens.group("word");
        if (number != null) {
            return new BigDecimal(number);
        }
        return word != null ? word : text();
    }

    private String text() {
        String text = tokens.group("text");
        if (text == null) {
            throw new IllegalArgumentException("no text");
        }
        return text.replaceAll("\\\\(.)", "$1");
    }

    private void next() {
        if (!tokens.find(at) || tokens.start() != at) {
            throw new IllegalArgumentException("no JSON");
        }
        at = tokens.end();
    }

    private boolean is(String mark) {
        return mark.equals(tokens.group("mark"));
    }

    private void expect(String mark) {
        if (!is(mark)) {
            throw new IllegalArgumentException("no " + mark);
        }
    }
}
