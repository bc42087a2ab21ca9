package dev.backwright.tracer.node;

import java.util.regex.Pattern;

/// Values as GraalJS shows them in its messages, turned into what V8 shows.
final class Displays {

    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d.e+]*|NaN|-?Infinity");
    private static final Pattern FUNCTION =
            Pattern.compile("(?s)^(?:async\\s+)?(?:function|class)\\b.*|^[\\w$(][^{]*=>.*");

    private Displays() {}

    /// With its type before it, as where a value is not what it should be: `number 5`, `string "x"`, `object null`.
    static String typed(String shown) {
        if (shown.equals("undefined")) {
            return shown;
        }
        if (shown.equals("null")) {
            return "object null";
        }
        if (shown.equals("true") || shown.equals("false")) {
            return "boolean " + shown;
        }
        if (NUMBER.matcher(shown).matches()) {
            return "number " + shown;
        }
        if (shown.startsWith("Symbol(")) {
            return "symbol";
        }
        return isObject(shown)
                ? isFunction(shown) ? "function" : "object"
                : "string \"" + shown + "\"";
    }

    /// As the owner of a property: `object '#<Object>'`, `object '[object Array]'`, `function 'class A {}'`, `string 'abc'`.
    static String owner(String shown) {
        if (isFunction(shown)) {
            return "function '" + shown + "'";
        }
        return isObject(shown)
                ? "object '" + object(shown) + "'"
                : typeOf(shown) + " '" + shown + "'";
    }

    static String object(String shown) {
        if (shown.equals("[Module]")) {
            return "[object Module]";
        }
        if (shown.startsWith("[object ")) {
            return shown.equals("[object Array]")
                    ? shown
                    : shown.replaceFirst("^\\[object (.*)]$", "#<$1>");
        }
        if (shown.startsWith("[") || shown.startsWith("(")) {
            return "[object Array]";
        }
        return isObject(shown) && !isFunction(shown) ? "#<" + className(shown) + ">" : shown;
    }

    private static String className(String shown) {
        int brace = shown.indexOf('{');
        String name = brace <= 0 ? "Object" : shown.substring(0, brace).strip();
        return name.equals("global") || name.isEmpty()
                ? "Object"
                : name.replaceFirst("\\(\\d+\\)$", "");
    }

    static boolean isFunction(String shown) {
        return FUNCTION.matcher(shown).matches();
    }

    private static boolean isObject(String shown) {
        return shown.startsWith("{")
                || shown.startsWith("[")
                || shown.matches("(?s)[\\w$]+(?:\\(\\d+\\))?[{\\[].*")
                || shown.startsWith("Proxy(")
                || shown.matches("\\(\\d+\\)\\[.*")
                || isFunction(shown);
    }

    static String typeOf(String shown) {
        String typed = typed(shown);
        int space = typed.indexOf(' ');
        return space < 0 ? typed : typed.substring(0, space);
    }
}
