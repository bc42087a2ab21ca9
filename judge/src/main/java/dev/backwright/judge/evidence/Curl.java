package dev.backwright.judge.evidence;

import dev.backwright.checks.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// Writes the curl command that sends a request again, for bash and zsh, with `$PORT` for the port.
///
/// Whatever a request holds stays data: every argument is quoted by [#quoted], and curl is told to take addresses and
/// bodies as they are (`--globoff`, `--path-as-is`, `--data-raw`).
public final class Curl {

    /// Leads a variable's name inside a text. Nobody can guess it, so nothing that a request holds is taken for a variable.
    private static final String MARK = "\uF8F0" + UUID.randomUUID() + ":";

    private static final Pattern VARIABLE = Pattern.compile(MARK + "([A-Z][A-Z0-9_]*);");

    private static final Secrets SHELL = new Secrets(Veil.SHELL);

    private Curl() {}

    /// What stands in a request for a variable of the shell.
    static String variable(String name) {
        return MARK + name + ";";
    }

    public static String command(Request request) {
        return command(request, false);
    }

    /// @param tls whether it goes through TLS: then to `$HTTPS_PORT`, trusting the authority in `$TLS_CA_FILE` only
    public static String command(Request request, boolean tls) {
        List<String> words = new ArrayList<>(List.of("curl", "-i", "--globoff", "--path-as-is"));
        if (request.method().equals("HEAD")) {
            words.add("--head");
        } else if (!request.method().equals("GET") || request.body() != null) {
            words.add("-X");
            words.add(quoted(request.method()));
        }
        for (Request.Header header : request.headers()) {
            words.add("-H");
            words.add(quoted(line(header)));
        }
        if (request.body() != null) {
            body(request, words);
        }
        if (tls) {
            words.addAll(List.of("--cacert", "\"$TLS_CA_FILE\""));
        }
        String server = tls ? "\"https://localhost:$HTTPS_PORT\"" : "\"http://127.0.0.1:$PORT\"";
        words.add(server + quoted(request.target()));
        return String.join(" ", words);
    }

    /// The command that writes these bytes on a bare connection. Secrets among them are variables of the shell.
    ///
    /// @param ends whether it says then that no more will come
    /// @param port the variable that holds the port
    public static String raw(byte[] bytes, boolean ends, String port) {
        String veiled = SHELL.in(new String(bytes, StandardCharsets.ISO_8859_1));
        var format = new StringBuilder();
        veiled.chars().forEach(c -> format.append(formatted((char) c)));
        String netcat = ends ? "nc -N" : "nc";
        return "printf -- %s | %s 127.0.0.1 \"$%s\""
                .formatted(quoted(format.toString()), netcat, port);
    }

    /// A byte, or what belongs to the mark of a variable, as `printf` takes it in a format.
    private static String formatted(char c) {
        return switch (c) {
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            case '\\' -> "\\\\";
            case '%' -> "%%";
            default ->
                    (c >= ' ' && c < 127) || c > 0xff
                            ? String.valueOf(c)
                            : "\\%03o".formatted((int) c);
        };
    }

    private static void body(Request request, List<String> words) {
        boolean typed =
                request.headers().stream().anyMatch(h -> h.name().equalsIgnoreCase("content-type"));
        if (!typed) {
            words.add("-H");
            words.add(quoted("Content-Type:"));
        }
        if (request.pace().chunked()) {
            words.add("-H");
            words.add(quoted("Transfer-Encoding: chunked"));
        }
        words.add("--data-raw");
        words.add(quoted(String.valueOf(request.body())));
    }

    /// curl takes `Name;` for a header without a value.
    private static String line(Request.Header header) {
        return header.value().isEmpty()
                ? header.name() + ";"
                : header.name() + ": " + header.value();
    }

    /// One word of a command line that the shell takes for exactly this text: as it is where nothing in it means anything,
    /// else in single quotes; with control characters as `$'…'`. No argument can hold NUL: it is written `\0` visibly.
    static String quoted(String text) {
        var out = new StringBuilder();
        var found = VARIABLE.matcher(text);
        int from = 0;
        while (found.find()) {
            out.append(found.start() > from ? plain(text.substring(from, found.start())) : "");
            out.append("\"$").append(found.group(1)).append('"');
            from = found.end();
        }
        return out.append(from > 0 && from == text.length() ? "" : plain(text.substring(from)))
                .toString();
    }

    private static String plain(String text) {
        if (!text.isEmpty() && text.chars().allMatch(Curl::isHarmless)) {
            return text;
        }
        if (text.chars().anyMatch(c -> c < 0x20 || c == 0x7F)) {
            return escaped(text);
        }
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String escaped(String text) {
        var out = new StringBuilder("$'");
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case 0 -> out.append("\\\\0");
                        case '\n' -> out.append("\\n");
                        case '\'' -> out.append("\\'");
                        case '\\' -> out.append("\\\\");
                        default -> {
                            if (c < 0x20 || c == 0x7F) {
                                out.append("\\%03o".formatted(c));
                            } else {
                                out.appendCodePoint(c);
                            }
                        }
                    }
                });
        return out.append('\'').toString();
    }

    private static boolean isHarmless(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "/-_.,:@%+".indexOf(c) >= 0;
    }
}
