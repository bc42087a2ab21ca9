package dev.backwright.academy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/// Archives as a stranger makes them.
final class Zips {

    private Zips() {}

    /// One entry; a mode other than 0 is written as Unix writes it.
    static byte[] of(String name, byte[] content, int mode) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            var entry = new ZipArchiveEntry(name);
            if (mode != 0) {
                entry.setUnixMode(mode);
            }
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    /// What a learner takes along: these files, and nothing in the others.
    static byte[] archive(Map<String, String> lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            entry(zip, "backwright.json", "{\"format\":3}\n");
            for (var file : lines.entrySet()) {
                entry(zip, file.getKey(), file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /// What a file of an archive says.
    static String text(byte[] archive, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("the archive has no " + name);
    }

    private static void entry(ZipArchiveOutputStream zip, String name, String text)
            throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
    }
}
