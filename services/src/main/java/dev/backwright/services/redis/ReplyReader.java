package dev.backwright.services.redis;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads whole replies as Java's values: texts, `Long`, `Double`, `Boolean`, lists, maps, `null`.
/// Types as in Redis' serialization protocol specification, RESP3.
final class ReplyReader {

    private final InputStream in;

    ReplyReader(InputStream in) {
        this.in = in;
    }

    /// An error in a reply's place.
    record Refusal(String text) {}

    /// The next reply; what is pushed in between is left out.
    @Nullable Object next() throws IOException {
        String line = line();
        char type = line.charAt(0);
        String rest = line.substring(1);
        return switch (type) {
            case '+', '(' -> rest;
            case '-' -> new Refusal(rest);
            case ':' -> Long.valueOf(rest);
            case ',' -> decimal(rest);
            case '#' -> rest.equals("t");
            case '_' -> null;
            case '$', '=' -> text(Integer.parseInt(rest), type == '=' ? 4 : 0);
            case '!' -> new Refusal(String.valueOf(text(Integer.parseInt(rest), 0)));
            case '*', '~' -> list(Integer.parseInt(rest));
            case '%' -> map(Integer.parseInt(rest));
            case '|', '>' -> {
                list(Integer.parseInt(rest) * (type == '|' ? 2 : 1));
                yield next();
            }
            default -> throw new IOException("a reply of type " + type);
        };
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        for (int c = in.read(); c != '\r'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection ended");
            }
            text.append((char) c);
        }
        int end = in.read();
        if (end != '\n' || text.isEmpty()) {
            throw new IOException("a line that is no reply");
        }
        return text.toString();
    }

    private static Double decimal(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.valueOf(text);
        };
    }

    private @Nullable String text(int length, int prefix) throws IOException {
        if (length < 0) {
            return null;
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length || in.readNBytes(2).length < 2) {
            throw new EOFException("the connection ended");
        }
        return new String(bytes, prefix, length - prefix, StandardCharsets.UTF_8);
    }

    private @Nullable List<@Nullable Object> list(int size) throws IOException {
        if (size < 0) {
            return null;
        }
        var list = new ArrayList<@Nullable Object>();
        for (int i = 0; i < size; i++) {
            list.add(next());
        }
        return list;
    }

    private Map<@Nullable Object, @Nullable Object> map(int size) throws IOException {
        var map = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        for (int i = 0; i < size; i++) {
            @Nullable Object key = next();
            map.put(key, next());
        }
        return map;
    }
}
