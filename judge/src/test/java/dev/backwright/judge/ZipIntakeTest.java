package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.judge.Intake.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;

class ZipIntakeTest {

    private static final int LINK = 0120777;
    private static final int DEVICE = 0060666;

    private final Intake intake = new Intake(Intake.Settings.STANDARD);
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

    @Test
    void aCommonFolderIsTakenOff() throws Exception {
        put("work/", "", 0);
        put("work/a.js", "1", 0100644);
        put("work/lib/b.js", "2", 0);
        put("__MACOSX/work/._a.js", "x", 0);
        assertEquals(Set.of("a.js", "lib/b.js"), taken().files().keySet());
    }

    @Test
    void filesBesideEachOtherKeepTheirFolders() throws Exception {
        put("a.js", "1", 0);
        put("lib/b.js", "2", 0);
        assertEquals(Set.of("a.js", "lib/b.js"), taken().files().keySet());
    }

    @Test
    void hostileEntriesAreAllNamed() throws Exception {
        put("link", "/etc/passwd", LINK);
        put("disk", "", DEVICE);
        put("../out.js", "", 0);
        put("/abs.js", "", 0);
        put("C:\\win.js", "", 0);
        put("node_modules/x.js", "", 0);
        put("a.js", "1", 0);
        put("a.js", "2", 0);
        List<String> said = refused();
        assertEquals(7, said.size(), said::toString);
        assertTrue(said.contains("“link” is a link; put the file itself there."), said::toString);
        assertTrue(said.contains("“disk” is no plain file; leave it out."), said::toString);
        assertTrue(said.contains("“a.js” is there twice; keep one."), said::toString);
    }

    @Test
    void aBombIsRefusedByItsRatio() throws Exception {
        put("bomb.js", "\n".repeat(900_000), 0);
        put("a.js", "1", 0);
        List<String> said = refused();
        assertEquals(1, said.size());
        assertTrue(said.getFirst().contains("grows more than 200 times"), said::toString);
    }

    @Test
    void aBombIsRefusedByItsTotal() throws Exception {
        String noise = noise(900_000);
        for (int i = 0; i < 7; i++) {
            put(i + ".js", noise, 0);
        }
        assertTrue(refused().getLast().startsWith("The files are larger than 5 MB together"));
    }

    @Test
    void aSizeThatLiesIsRefused() throws Exception {
        put("a.js", "one two three", 0);
        zip.close();
        byte[] archive = bytes.toByteArray();
        int central = lastIndexOf(archive, new byte[] {'P', 'K', 1, 2});
        archive[central + 24] = 3;
        var lie =
                assertThrows(
                        Refused.class, () -> intake.fromZip(new ByteArrayInputStream(archive)));
        assertEquals(1, lie.violations().size());
        assertTrue(lie.violations().getFirst().contains("damaged"), lie::toString);
    }

    @Test
    void whatIsNoZipIsRefused() {
        var garbage = new ByteArrayInputStream("PK no".getBytes(StandardCharsets.UTF_8));
        var refused = assertThrows(Refused.class, () -> intake.fromZip(garbage));
        assertEquals(
                "This is no zip archive that can be read; make it anew.", refused.getMessage());
    }

    private void put(String name, String text, int mode) throws IOException {
        var entry = new ZipArchiveEntry(name);
        if (mode != 0) {
            entry.setUnixMode(mode);
        }
        zip.putArchiveEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
    }

    private FileTree taken() throws IOException, Refused {
        zip.close();
        return intake.fromZip(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private List<String> refused() {
        return assertThrows(Refused.class, this::taken).violations();
    }

    private static String noise(int length) {
        var text = new StringBuilder();
        new java.util.Random(1).ints(length, 32, 127).forEach(text::appendCodePoint);
        return text.toString();
    }

    private static int lastIndexOf(byte[] all, byte[] part) {
        for (int i = all.length - part.length; i >= 0; i--) {
            if (java.util.Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }
}
