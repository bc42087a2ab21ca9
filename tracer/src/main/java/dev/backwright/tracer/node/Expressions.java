package dev.backwright.tracer.node;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Pieces of a program's text, as V8 prints them in its messages: `a.b[0](...)`.
final class Expressions {

    private static final Pattern LINK =
            Pattern.compile(
                    "\\G\\s*(?:(?:\\?\\.|\\.)\\s*(?<name>#?[\\w$]+)"
                            + "|(?:\\?\\.)?\\[\\s*(?:'(?<single>[^'\\\\]*)'|\"(?<double>[^\"\\\\]*)\""
                            + "|(?<index>[\\w$.]+))\\s*\\])");
    private static final Pattern HEAD = Pattern.compile("[\\w$]+|\\[\\s*\\]|\\(void 0\\)");

    /// V8 computes it while it parses.
    private static final Pattern POWER = Pattern.compile("(\\d+)\\s*\\*\\*\\s*(\\d+)");

    private static final Pattern BIGINT = Pattern.compile("-?\\d+n");

    private Expressions() {}

    /// A chain of names, indices and calls as V8 prints it; empty if it is anything else.
    static Optional<String> chain(String text) {
        String rest = text.strip();
        if (rest.startsWith("new ") && rest.contains(")")) {
            int end = closing(rest, rest.indexOf('(')) + 1;
            return chain("made" + rest.substring(end))
                    .map(chain -> "(intermediate value)" + chain.substring("made".length()));
        }
        Matcher head = HEAD.matcher(rest);
        if (!head.lookingAt()) {
            return Optional.empty();
        }
        var printed =
                new StringBuilder(
                        head.group().equals("super") ? "(intermediate value)" : head.group());
        int at = head.end();
        while (at < rest.length()) {
            int next = link(rest, at, printed);
            if (next < 0) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(printed.toString());
    }

    /// Prints one link and returns where it ends: negative if there is none.
    private static int link(String text, int at, StringBuilder into) {
        Matcher link = LINK.matcher(text);
        if (link.find(at)) {
            String index = link.group("index");
            if (index != null) {
                into.append('[').append(index).append(']');
            } else {
                into.append('.').append(firstOf(link, "name", "single", "double"));
            }
            return link.end();
        }
        if (text.charAt(at) == '(') {
            into.append("(...)");
            return closing(text, at) + 1;
        }
        return -1;
    }

    private static String firstOf(Matcher matcher, String... groups) {
        for (String group : groups) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return "";
    }

    /// What is asked for its iterator, as V8 prints it: of a call, that its value is meant.
    static String iterated(String text) {
        String plain = unwrapped(text.strip());
        if (plain.startsWith("{") && !plain.matches("\\{\\s*}")) {
            return "{(intermediate value)}";
        }
        if (plain.endsWith(")")) {
            return chain(callee(plain.replaceFirst("^new\\s+", "")))
                    .map(callee -> callee + " is not a function or its return value")
                    .orElse("(intermediate value)");
        }
        if (BIGINT.matcher(plain).matches()) {
            return plain.startsWith("-") ? "(-(intermediate value))" : "(intermediate value)";
        }
        var power = computed(plain);
        if (power.isPresent()) {
            return power.get();
        }
        boolean literal = plain.matches("\\{\\s*}|/.*/[a-z]*|-?[\\d.]+|'[^']*'|\"[^\"]*\"");
        return chain(plain)
                .or(() -> literal ? Optional.of(plain.replaceFirst("^-", "")) : Optional.empty())
                .orElse("(intermediate value)");
    }

    /// The value of a power of two literals; empty of everything else.
    static Optional<String> computed(String text) {
        Matcher power = POWER.matcher(text);
        return power.matches()
                ? Optional.of(String.valueOf((long) Math.pow(number(power, 1), number(power, 2))))
                : Optional.empty();
    }

    private static double number(Matcher matcher, int group) {
        return Double.parseDouble(matcher.group(group));
    }

    /// Without parentheses around the whole.
    static String unwrapped(String text) {
        String inner = text;
        while (inner.startsWith("(") && closing(inner, 0) == inner.length() - 1) {
            inner = inner.substring(1, inner.length() - 1).strip();
        }
        return inner;
    }

    /// The callee of a call or of a `new`: without its arguments.
    static String callee(String call) {
        String text = call.strip();
        if (text.endsWith(")")) {
            int open = opening(text);
            return open <= 0 ? text : text.substring(0, open);
        }
        int template = text.indexOf('`');
        return template > 0 ? text.substring(0, template) : text;
    }

    /// Where the bracket that opens at `open` is closed; the end of the text if nowhere.
    static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            i = skipString(text, i);
            if (i < text.length() && "([{".indexOf(text.charAt(i)) >= 0) {
                depth++;
            } else if (i < text.length() && ")]}".indexOf(text.charAt(i)) >= 0 && --depth == 0) {
                return i;
            }
        }
        return text.length() - 1;
    }

    /// Where the bracket that closes at the end of the text is opened.
    private static int opening(String text) {
        for (int i = 0; i < text.length(); i++) {
            i = skipString(text, i);
            if (i < text.length() && "([{".indexOf(text.charAt(i)) >= 0) {
                int end = closing(text, i);
                if (end == text.length() - 1) {
                    return i;
                }
                i = end;
            }
        }
        return -1;
    }

    /// The last character of the string that begins at `at`, or `at`.
    private static int skipString(String text, int at) {
        char quote = text.charAt(at);
        if (quote != '\'' && quote != '"' && quote != '`') {
            return at;
        }
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i;
            }
        }
        return text.length() - 1;
    }

    /// The bracket in which the end of a text stands: `(`, `[`, `{` or a space.
    static char enclosing(String before) {
        int at = enclosingAt(before);
        return at < 0 ? ' ' : before.charAt(at);
    }

    static int enclosingAt(String before) {
        int depth = 0;
        for (int i = before.length() - 1; i >= 0; i--) {
            char c = before.charAt(i);
            if (")]}".indexOf(c) >= 0) {
                depth++;
            } else if ("([{".indexOf(c) >= 0 && depth-- == 0) {
                return i;
            }
        }
        return -1;
    }

    /// The expression at the beginning of a text: up to a `;`, a `,`, a closing bracket or the end of the line.
    static String expression(String text) {
        for (int i = 0; i < text.length(); i++) {
            i = skipString(text, i);
            char c = i < text.length() ? text.charAt(i) : ';';
            if ("([{".indexOf(c) >= 0) {
                i = closing(text, i);
            } else if (";,)]}\n".indexOf(c) >= 0) {
                return text.substring(0, i).strip();
            }
        }
        return text.strip();
    }
}
