package dev.backwright.services.oidc;

import dev.backwright.services.wire.NotUnderstood;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The head of an HTTP/1.1 message (RFC 9112).
///
/// @param first its first line
/// @param fields names in lower case; the first of each
/// @param length how many bytes it has, with the blank line
record HttpHead(String first, Map<String, String> fields, int length) {

    private static final int LONGEST = 64 << 10;
    private static final HttpHead NOT_YET = new HttpHead("", Map.of(), 0);

    /// Of bytes that begin with one; its length is 0 while its end is not there.
    static HttpHead of(ByteBuffer begun) throws NotUnderstood {
        int end = end(begun);
        if (end == 0) {
            if (begun.remaining() > LONGEST) {
                throw new NotUnderstood("a head of HTTP without an end");
            }
            return NOT_YET;
        }
        byte[] bytes = new byte[end];
        begun.slice(begun.position(), end).get(bytes);
        String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n", -1);
        Map<String, String> fields = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                fields.putIfAbsent(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
        }
        return new HttpHead(lines.length == 0 ? "" : lines[0], fields, end);
    }

    private static int end(ByteBuffer begun) {
        for (int i = begun.position(); i + 3 < begun.limit(); i++) {
            if (begun.get(i) == '\r'
                    && begun.get(i + 1) == '\n'
                    && begun.get(i + 2) == '\r'
                    && begun.get(i + 3) == '\n') {
                return i + 4 - begun.position();
            }
        }
        return 0;
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    boolean chunked() {
        return field("transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked");
    }

    /// Of a body that says how long it is.
    long announced() throws NotUnderstood {
        String length = field("content-length");
        if (!length.matches("\\d{0,12}")) {
            throw new NotUnderstood("a length that is none");
        }
        return length.isEmpty() ? 0 : Long.parseLong(length);
    }
}
