package dev.backwright.services.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TxzArchiveTest {

    @TempDir Path folder;

    private void unpack(TarArchiveEntry... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
            for (TarArchiveEntry entry : entries) {
                byte[] content =
                        entry.isFile() && !entry.isLink()
                                ? "hello".getBytes(StandardCharsets.UTF_8)
                                : new byte[0];
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        TxzArchive.unpack(new ByteArrayInputStream(bytes.toByteArray()), folder.resolve("target"));
    }

    private static TarArchiveEntry link(String name, byte kind, String to) {
        var entry = new TarArchiveEntry(name, kind, true);
        entry.setLinkName(to);
        return entry;
    }

    @Test
    void filesAndInnerLinksComeOut() throws IOException {
        unpack(
                new TarArchiveEntry("lib/a.so.1"),
                link("lib/a.so", TarConstants.LF_SYMLINK, "a.so.1"));
        assertEquals("hello", Files.readString(folder.resolve("target/lib/a.so")));
        assertTrue(Files.isSymbolicLink(folder.resolve("target/lib/a.so")));
    }

    @ParameterizedTest
    @CsvSource({"../out", "/out", "a/../../out"})
    void noNameLeadsOut(String name) {
        assertThrows(IOException.class, () -> unpack(new TarArchiveEntry(name, true)));
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @ParameterizedTest
    @CsvSource({"../../out", "/etc/passwd"})
    void noLinkLeadsOut(String to) {
        assertThrows(IOException.class, () -> unpack(link("a", TarConstants.LF_SYMLINK, to)));
        assertThrows(IOException.class, () -> unpack(link("a", TarConstants.LF_LINK, to)));
    }

    @Test
    void noFileIsWrittenThroughALink() {
        assertThrows(
                IOException.class,
                () ->
                        unpack(
                                link("a", TarConstants.LF_SYMLINK, "b"),
                                new TarArchiveEntry("b"),
                                new TarArchiveEntry("a")));
    }

    @Test
    void noDeviceComesOut() {
        assertThrows(
                IOException.class, () -> unpack(new TarArchiveEntry("a", TarConstants.LF_CHR)));
    }
}
