package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.judge.Intake.Refused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {

    private final Intake intake = new Intake(Intake.Settings.STANDARD);
    @TempDir Path folder;

    @Test
    void plainFilesAreTakenIn() throws Refused {
        FileTree files = intake.fromEditor(Map.of("a.js", "1", "lib/b.js", "é"));
        assertEquals(Set.of("a.js", "lib/b.js"), files.files().keySet());
        assertEquals("é", new String(files.files().get("lib/b.js"), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../a.js | leads out of your work folder",
                "a/../b.js | leads out of your work folder",
                "/etc/passwd | is absolute",
                "C:/a.js | is absolute",
                "a\\b.js | backslash",
                "a//b.js | empty or . part",
                "./a.js | empty or . part",
                "a/ | empty or . part",
                ".git/config | .git is not taken in",
                "lib/.GIT/config | .git is not taken in",
                "node_modules/x.js | node_modules is not taken in",
            })
    void aNameThatIsNotPlainIsRefused(String name, String why) {
        List<String> said = refused(Map.of(name, ""));
        assertEquals(1, said.size(), said::toString);
        assertTrue(said.getFirst().contains(why), said::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u007Fb", "\u202Egpj.js", "a\u200Bb.js"})
    void aNameWithControlCharactersIsRefusedAndMadeVisible(String name) {
        String said = refused(Map.of(name, "")).getFirst();
        assertTrue(said.contains("control character"), said);
        assertTrue(said.contains("\\u{"), said);
    }

    @Test
    void namesThatOneMachineTakesForOneAreRefused() {
        assertTrue(refused(files("a.js", "A.js")).getFirst().contains("differ only in case"));
        assertTrue(
                refused(files("\u00e9.js", "e\u0301.js")).getFirst().contains("how a character"));
        assertTrue(refused(files("a", "a/b")).getFirst().contains("needs a folder of that name"));
        assertTrue(refused(files("x".repeat(201))).getFirst().contains("too long"));
    }

    @Test
    void everyViolationIsToldAtOnce() {
        assertEquals(3, refused(files("../a", "/b", "ok.js", "c\\d")).size());
    }

    @Test
    void textThatIsNoUtf8IsRefused() throws Exception {
        Files.write(folder.resolve("latin.js"), new byte[] {'a', (byte) 0xE9});
        Files.write(folder.resolve("nul.js"), new byte[] {'a', 0});
        List<String> said = refusedFolder();
        assertEquals(2, said.size());
        assertTrue(said.stream().allMatch(s -> s.contains("not UTF-8 text")), said::toString);
        assertTrue(refused(Map.of("a.js", "\uD800")).getFirst().contains("half a character"));
    }

    @Test
    void tooManyAndTooLargeFilesAreRefused() throws Exception {
        var small = new Intake(new Intake.Settings(2, 1_000, 1_500));
        var many = assertThrows(Refused.class, () -> small.fromEditor(files("a", "b", "c")));
        assertEquals(List.of("There are 3 files; hand in at most 2."), many.violations());
        Files.writeString(folder.resolve("large.js"), "x".repeat(1_001));
        Files.writeString(folder.resolve("other.js"), "x".repeat(600));
        var large = assertThrows(Refused.class, () -> small.fromFolder(folder));
        assertEquals(
                List.of(
                        "“large.js”: the file is larger than 1 kB; make it smaller or leave it out.",
                        "The files are larger than 1500 bytes together; leave out what is not needed."),
                large.violations());
    }

    @Test
    void aFolderIsReadWithoutFollowingLinks() throws Exception {
        Files.writeString(folder.resolve("a.js"), "1");
        Files.createDirectories(folder.resolve("node_modules/x/.git"));
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve("node_modules/x/y.js"), "");
        Files.writeString(folder.resolve(".git/HEAD"), "");
        assertEquals(Set.of("a.js"), intake.fromFolder(folder).files().keySet());
        Files.createSymbolicLink(folder.resolve("shadow"), Path.of("/etc/shadow"));
        Files.createSymbolicLink(folder.resolve("all"), Path.of("/"));
        List<String> said = refusedFolder();
        assertEquals(2, said.size());
        assertTrue(said.getFirst().endsWith("is a link; put the file itself there."));
    }

    @Test
    void whatIsNoPlainFileIsRefused() throws Exception {
        Path fifo = folder.resolve("fifo");
        Process made = new ProcessBuilder("mkfifo", fifo.toString()).start();
        assertTrue(made.waitFor(10, TimeUnit.SECONDS));
        assertEquals(List.of("“fifo” is no plain file; leave it out."), refusedFolder());
    }

    @Test
    void aFolderThatIsMissingOrEmptyIsRefused() throws Exception {
        assertEquals(
                List.of("There are no files to take in; put your work there first."),
                refusedFolder());
        Path missing = folder.resolve("nowhere");
        var none = assertThrows(Refused.class, () -> intake.fromFolder(missing));
        assertEquals(
                "There is no folder “%s”; name the folder your work is in.".formatted(missing),
                none.getMessage());
        Path file = Files.writeString(folder.resolve("file"), "");
        var noFolder = assertThrows(Refused.class, () -> intake.fromFolder(file));
        assertTrue(noFolder.violations().getFirst().contains("is not a folder"));
    }

    private static Map<String, String> files(String... names) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : names) {
            files.put(name, "");
        }
        return files;
    }

    private List<String> refused(Map<String, String> files) {
        return assertThrows(Refused.class, () -> intake.fromEditor(files)).violations();
    }

    private List<String> refusedFolder() {
        return assertThrows(Refused.class, () -> intake.fromFolder(folder)).violations();
    }
}
