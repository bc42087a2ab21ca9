package dev.backwright.academy.progress;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backwright.academy.platform.CannotAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// The lines of an archive, read from a stranger: only the names we know, each once, never more than fits.
///
/// @param files name and its lines
record ArchiveLines(Map<String, List<String>> files) {

    static final long MOST_BYTES = 500L << 20;

    private static final List<String> KNOWN =
            List.of(
                    "backwright.json",
                    "versions.jsonl",
                    "drafts.jsonl",
                    "hints.jsonl",
                    "solutions.jsonl",
                    "predictions.jsonl",
                    "recalls.jsonl");

    static ArchiveLines read(InputStream from) throws IOException {
        var files = new HashMap<String, List<String>>();
        long left = MOST_BYTES;
        try (var zip = new ZipInputStream(from, UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!KNOWN.contains(entry.getName()) || files.containsKey(entry.getName())) {
                    throw wrong(
                            "it holds %s, which does not belong there".formatted(entry.getName()));
                }
                var bytes = zip.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
                left -= bytes.length;
                if (left < 0) {
                    throw CannotAnswer.tooLarge(
                            "The archive unpacks to more than %d MB.".formatted(MOST_BYTES >> 20));
                }
                files.put(entry.getName(), new String(bytes, UTF_8).lines().toList());
            }
        } catch (ZipException e) {
            throw wrong("it is no zip archive (" + e.getMessage() + ")");
        } catch (IllegalArgumentException e) {
            throw wrong("it holds a name that is no UTF-8");
        }
        if (!files.containsKey("backwright.json")) {
            throw wrong("it holds no backwright.json");
        }
        return new ArchiveLines(files);
    }

    List<String> of(String name) {
        return files.getOrDefault(name, List.of());
    }

    private static CannotAnswer wrong(String what) {
        return CannotAnswer.refused(
                "This is no archive that `backwright export` wrote: " + what + ".", List.of(what));
    }
}
