package dev.backwright.academy.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.platform.CannotAnswer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// How an archive is read that a stranger may have written.
final class ArchiveLinesTest {

    private interface Writing {
        void to(ZipOutputStream zip) throws IOException;
    }

    private static byte[] versions(Writing writing) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("backwright.json"));
            zip.write("{}\n".getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("versions.jsonl"));
            writing.to(zip);
        }
        return bytes.toByteArray();
    }

    private static CannotAnswer refused(byte[] archive) {
        return assertThrows(
                CannotAnswer.class,
                () ->
                        ArchiveLines.each(
                                new ByteArrayInputStream(archive), (file, number, line) -> {}));
    }

    @Test
    void linesAreGivenAsTheyWereWritten() throws IOException {
        var said = new ArrayList<String>();
        ArchiveLines.each(
                new ByteArrayInputStream(versions(zip -> zip.write("a\n\nä".getBytes(UTF_8)))),
                (file, number, line) -> said.add(file + " " + number + " " + line));
        assertEquals(
                List.of(
                        "backwright.json 1 {}",
                        "versions.jsonl 1 a",
                        "versions.jsonl 2 ",
                        "versions.jsonl 3 ä"),
                said);
    }

    @Test
    void eachIsGivenBeforeTheNextIsRead() throws IOException {
        var noise = new byte[600_000];
        new Random(1).nextBytes(noise);
        var line = (Base64.getEncoder().encodeToString(noise) + "\n").getBytes(UTF_8);
        var archive =
                new ByteArrayInputStream(
                        versions(zip -> {
                            zip.write(line);
                            zip.write(line);
                            zip.write(line);
                        }));
        var left = new ArrayList<Integer>();
        ArchiveLines.each(archive, (file, number, text) -> left.add(archive.available()));
        assertTrue(left.get(1) > 2 * 590_000, "left after the first line: " + left);
        assertTrue(left.get(2) > 590_000, "left after the second line: " + left);
    }

    @Test
    void aLineThatDoesNotEndIsRefused() throws IOException {
        var archive = versions(zip -> zip.write(new byte[ArchiveLines.MOST_OF_A_LINE + 1]));
        assertEquals("The archive has a line of more than 20 MB.", refused(archive).getMessage());
    }

    @Test
    void tooManyLinesAreRefused() throws IOException {
        var archive =
                versions(zip -> zip.write("\n".repeat(ArchiveLines.MOST_LINES).getBytes(UTF_8)));
        assertEquals("The archive has more than 100000 lines.", refused(archive).getMessage());
    }

    @Test
    void tooMuchIsRefused() throws IOException {
        var line = " ".repeat((10 << 20) - 1).concat("\n").getBytes(UTF_8);
        var archive =
                versions(zip -> {
                    for (int i = 0; i < 51; i++) {
                        zip.write(line);
                    }
                });
        var refused = refused(archive);
        assertEquals("The archive unpacks to more than 500 MB.", refused.getMessage());
        assertEquals(413, refused.status());
    }
}
