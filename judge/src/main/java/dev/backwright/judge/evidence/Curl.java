package dev.backwright.judge.evidence;

import dev.backwright.checks.Request;
import java.util.ArrayList;
import java.util.List;

/// Writes the curl command that sends a request again, for bash and zsh, with `$PORT` for the port.
///
/// Whatever a request holds stays data: every argument is quoted by [#quoted], and curl is told to take addresses and
/// bodies as they are (`--globoff`, `--path-as-is`, `--data-raw`).
public final class Curl {

    private Curl() {}

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

    /// The command that writes these bytes on a bare connection.
    public static String raw(byte[] bytes) {
        var format = new StringBuilder();
        for (byte b : bytes) {
            switch (b) {
                case '\r' -> format.append("\\r");
                case '\n' -> format.append("\\n");
                case '\\' -> format.append("\\\\");
                case '%' -> format.append("%%");
                default -> {
                    boolean plain = b >= ' ' && b < 127;
                    format.append(plain ? String.valueOf((char) b) : "\\%03o".formatted(b & 0xff));
                }
            }
        }
        return "printf -- " + quoted(format.toString()) + " | nc 127.0.0.1 \"$PORT\"";
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
