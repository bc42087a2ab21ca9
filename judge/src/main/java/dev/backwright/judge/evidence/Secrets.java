package dev.backwright.judge.evidence;

import dev.backwright.checks.Request.Header;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds secrets by their name (`"password": "…"`, `token=…`) or their place (`Authorization`, a cookie, a parameter), and
/// leaves those that have a look of their own to [SecretLook]. A [Veil] says what is put in their place.
///
/// Patterns are possessive, so that hostile text costs time in proportion to its length.
record Secrets(Veil veil) {

    private static final String NAME =
            "(?<![\\w$.-])[\"'`]?(?<name>[A-Za-z_$][\\w$.-]{0,60}+)[\"'`]?";

    /// A member of JSON or of an object as Node prints it. A text that was cut may lack the end.
    private static final Pattern MEMBER =
            pattern(NAME + "\\s{0,3}:\\s{0,3}\"(?<secret>(?:[^\"\\\\]++|\\\\.)*+)");

    private static final Pattern PRINTED =
            pattern(NAME + "\\s{0,3}:\\s{0,3}'(?<secret>(?:[^'\\\\]++|\\\\.)*+)");

    /// A field of a query, a form or a line of a log.
    private static final Pattern FIELD = pattern(NAME + "=(?<secret>[^\\s&;,'\"()]++)");

    /// A literal of SQL: `password = 'x'`, `password 'x'`.
    private static final Pattern LITERAL =
            pattern(NAME + "\\s{0,3}(?:=|<>|!=)?\\s{0,3}'(?<secret>(?:[^']++|'')*+)");

    /// A word of a Redis command and the one after it: `SET token x`, `HSET user:1 password x`.
    private static final Pattern WORDS =
            pattern("(?<!\\S)(?<name>[A-Za-z_][\\w:.-]{0,60}+) (?=(?<secret>\\S++))");

    /// What Redis says besides values.
    private static final Pattern NO_VALUE =
            pattern("OK|QUEUED|PONG|-?\\d{1,20}+|\\(nil\\)|\\(empty\\)|");

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    /// In a body, or in what a program printed.
    String in(String text) {
        return looks(named(FIELD, named(PRINTED, named(MEMBER, text))));
    }

    /// In SQL, where `token = other.token` compares columns.
    String inSql(String text) {
        return looks(named(LITERAL, named(MEMBER, text)));
    }

    /// In a command of Redis.
    String inCommand(String text) {
        boolean login = text.regionMatches(true, 0, "AUTH ", 0, 5);
        return login
                ? text.substring(0, 5) + veil.draw("password", text.substring(5))
                : in(named(WORDS, text));
    }

    /// In what Redis answers to a command: all of it where the key or the field is named after a secret.
    String inReply(String command, String reply) {
        boolean isValue = !NO_VALUE.matcher(reply).matches();
        boolean named =
                Pattern.compile(" ").splitAsStream(command).skip(1).anyMatch(SecretNames::holds);
        return named && isValue ? veil.draw("value", reply) : inCommand(reply);
    }

    /// Wherever names mean nothing.
    String looks(String text) {
        return SecretLook.veiled(veil, text);
    }

    /// The values of a SQL statement's parameters.
    List<String> inParameters(String sql, List<String> values) {
        Map<Integer, String> names = ParameterNames.of(sql);
        return IntStream.range(0, values.size())
                .mapToObj(i -> of(names.getOrDefault(i + 1, ""), values.get(i)))
                .toList();
    }

    /// The value of something that has a name.
    String of(String name, String value) {
        return SecretNames.holds(name) ? veil.draw(name, value) : looks(value);
    }

    Header in(Header header) {
        String value = header.value();
        String veiled =
                switch (header.name().toLowerCase(Locale.ROOT)) {
                    case "authorization", "proxy-authorization" -> credentials(value);
                    case "cookie" ->
                            Pattern.compile(";")
                                    .splitAsStream(value)
                                    .map(this::cookie)
                                    .collect(Collectors.joining(";"));
                    case "set-cookie" -> setCookie(value);
                    case "location", "referer" -> in(value);
                    default -> of(header.name(), value);
                };
        return new Header(header.name(), veiled);
    }

    /// The scheme stays.
    private String credentials(String value) {
        int space = value.indexOf(' ') + 1;
        return value.substring(0, space) + veil.draw("token", value.substring(space));
    }

    /// The attributes stay.
    private String setCookie(String value) {
        int end = value.indexOf(';') < 0 ? value.length() : value.indexOf(';');
        return cookie(value.substring(0, end)) + value.substring(end);
    }

    private String cookie(String pair) {
        int value = pair.indexOf('=') + 1;
        String name = "cookie " + pair.substring(0, Math.max(0, value - 1));
        return pair.substring(0, value) + veil.draw(name, pair.substring(value));
    }

    private String named(Pattern pattern, String text) {
        var out = new StringBuilder();
        var found = pattern.matcher(text);
        int from = 0;
        int at = 0;
        while (at <= text.length() && found.find(at)) {
            at = found.end();
            if (SecretNames.holds(found.group("name"))) {
                out.append(text, from, found.start("secret"))
                        .append(veil.draw(found.group("name"), found.group("secret")));
                from = found.end("secret");
                at = Math.max(at, from);
            }
        }
        return out.append(text, from, text.length()).toString();
    }
}
