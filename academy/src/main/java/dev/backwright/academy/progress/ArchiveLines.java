package dev.backwright.academy.progress;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backwright.academy.platform.CannotAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// The lines of an archive, read from a stranger: only the names we know, each once, never more than fits. One line is held at a
/// time, so that how much an archive unpacks to says nothing about memory.
///
/// ```java
/// ArchiveLines.each(zip, (file, number, line) -> …);
/// ```
final class ArchiveLines {

    static final long MOST_BYTES = 500L << 20;

    /// A version of 5 MB in Base64, with the longest report.
    static final int MOST_OF_A_LINE = 20 << 20;

    static final int MOST_LINES = 100_000;

    static final String ACCOUNT = "account.jsonl";

    private static final List<String> KNOWN =
            List.of(
                    "backwright.json",
                    "versions.jsonl",
                    "drafts.jsonl",
                    "hints.jsonl",
                    "solutions.jsonl",
                    "predictions.jsonl",
                    "recalls.jsonl",
                    ACCOUNT);

    private final ZipInputStream zip;
    private final Taker taker;
    private final Set<String> seen = new HashSet<>();
    private final byte[] piece = new byte[1 << 16];
    private int at;
    private int end;
    private long bytes;
    private int lines;

    private ArchiveLines(ZipInputStream zip, Taker taker) {
        this.zip = zip;
        this.taker = taker;
    }

    /// Is given line after line.
    interface Taker {
        /// @param number from 1
        void take(String file, int number, String line);
    }

    /// Reads all of it, in the order in which it was written.
    ///
    /// @throws CannotAnswer where it is none, or too large
    static void each(InputStream from, Taker taker) throws IOException {
        try (var zip = new ZipInputStream(from, UTF_8)) {
            new ArchiveLines(zip, taker).read();
        } catch (ZipException e) {
            throw wrong("it is no zip archive (" + e.getMessage() + ")");
        }
    }

    private void read() throws IOException {
        for (var entry = next(); entry != null; entry = next()) {
            var name = entry.getName();
            if (!KNOWN.contains(name) || !seen.add(name)) {
                throw wrong("it holds %s, which does not belong there".formatted(name));
            }
            lines(name);
        }
        if (!seen.contains("backwright.json")) {
            throw wrong("it holds no backwright.json");
        }
    }

    private @Nullable ZipEntry next() throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw wrong("it holds a name that is no UTF-8");
        }
    }

    private void lines(String name) throws IOException {
        int number = 0;
        for (var line = line(); line != null; line = line()) {
            if (++lines > MOST_LINES) {
                throw CannotAnswer.tooLarge(
                        "The archive has more than %d lines.".formatted(MOST_LINES));
            }
            taker.take(name, ++number, line);
        }
    }

    /// @return `null` after the last of an entry
    private @Nullable String line() throws IOException {
        if (!more()) {
            return null;
        }
        var line = new ByteArrayOutputStream();
        while (more()) {
            int from = at;
            while (at < end && piece[at] != '\n') {
                at++;
            }
            if (line.size() + at - from > MOST_OF_A_LINE) {
                throw CannotAnswer.tooLarge(
                        "The archive has a line of more than %d MB."
                                .formatted(MOST_OF_A_LINE >> 20));
            }
            line.write(piece, from, at - from);
            if (at < end) {
                at++;
                break;
            }
        }
        return line.toString(UTF_8);
    }

    /// Whether the entry has more to read.
    private boolean more() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, zip.read(piece));
            bytes += end;
        }
        if (bytes > MOST_BYTES) {
            throw CannotAnswer.tooLarge(
                    "The archive unpacks to more than %d MB.".formatted(MOST_BYTES >> 20));
        }
        return at < end;
    }

    private static CannotAnswer wrong(String what) {
        return CannotAnswer.refused(
                "This is no archive that `backwright export` wrote: " + what + ".", List.of(what));
    }
}
