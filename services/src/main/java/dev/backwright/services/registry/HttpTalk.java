package dev.backwright.services.registry;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One connection: as much of HTTP/1.1 as package managers speak.
final class HttpTalk {

    /// A tarball in base64, and what is said of it.
    static final int LARGEST_BODY = Tarball.LARGEST / 3 * 4 + (1 << 20);

    private static final int LONGEST_LINE = 16 << 10;
    private static final int MOST_HEADERS = 100;

    private final InputStream in;
    private final OutputStream out;

    HttpTalk(SocketChannel channel) {
        this.in = new BufferedInputStream(Channels.newInputStream(channel));
        this.out = Channels.newOutputStream(channel);
    }

    /// The next request; `null` where the client has gone.
    ///
    /// @throws RegistryRefused where it is none, or too large
    @Nullable Asked next() throws IOException {
        String line = line();
        if (line == null) {
            return null;
        }
        String[] words = line.split(" ", -1);
        if (words.length != 3 || !words[2].startsWith("HTTP/1.") || !words[1].startsWith("/")) {
            throw new RegistryRefused(400, "This is no request of HTTP/1.1.");
        }
        Map<String, String> headers = headers();
        int query = words[1].indexOf('?');
        String path = query < 0 ? words[1] : words[1].substring(0, query);
        return new Asked(words[0], path, headers, body(headers));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i <= MOST_HEADERS; i++) {
            String line = line();
            if (line == null) {
                throw new EOFException();
            }
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        throw new RegistryRefused(431, "Too many headers.");
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        int length = number(headers.getOrDefault("content-length", "0"), 10);
        return exactly(length);
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        while (true) {
            String head = line();
            if (head == null) {
                throw new EOFException();
            }
            byte[] chunk = exactly(number(head.split(";", 2)[0].strip(), 16));
            all.writeBytes(chunk);
            capped(all.size());
            if (line() == null) {
                throw new EOFException();
            }
            if (chunk.length == 0) {
                return all.toByteArray();
            }
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(capped(length));
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static int number(String text, int radix) {
        try {
            return Integer.parseUnsignedInt(text, radix);
        } catch (NumberFormatException e) {
            throw new RegistryRefused(400, "This is no length.");
        }
    }

    private static int capped(int length) {
        if (length < 0 || length > LARGEST_BODY) {
            throw new RegistryRefused(413, "A request may have " + (LARGEST_BODY >> 20) + " MB.");
        }
        return length;
    }

    private @Nullable String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (line.size() >= LONGEST_LINE) {
                throw new RegistryRefused(431, "A line is too long.");
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    void answer(Told told, boolean head) throws IOException {
        String start =
                "HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nCache-Control: no-cache\r\n\r\n"
                        .formatted(
                                told.status(),
                                told.status() < 400 ? "OK" : "Refused",
                                told.type(),
                                told.body().length);
        var all = new ByteArrayOutputStream();
        all.writeBytes(start.getBytes(StandardCharsets.US_ASCII));
        if (!head) {
            all.writeBytes(told.body());
        }
        out.write(all.toByteArray());
        out.flush();
    }
}
