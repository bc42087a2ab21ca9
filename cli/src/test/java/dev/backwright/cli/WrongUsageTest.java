package dev.backwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Wrong usage ends with 64 and one clear sentence, before anything is started.
class WrongUsageTest {

    private @TempDir Path top = Path.of("");
    private Typed typed = new Typed(top, top);

    @BeforeEach
    void someFolders() throws IOException {
        typed = Typed.in(top);
        Files.createDirectories(top.resolve("empty"));
        Files.writeString(Files.createDirectories(top.resolve("strange")).resolve("a.js"), "");
        Files.writeString(top.resolve("file.js"), "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "check javascript/closurse strange | there is no lab 'javascript/closurse'",
                "check javascript/closurse | there is no lab 'javascript/closurse'",
                "check closures strange | nearest: javascript/closures",
                "check nowhere | there is no lab 'nowhere'",
                "check ./nowhere | there is no folder",
                "check javascript/closures nowhere | there is no folder",
                "check javascript/closures empty | is empty",
                "check javascript/closures file.js | is no folder",
                "check strange | does not say which lab it is",
                "check strange --seed many | 'many' is no whole number",
                "check a b c | at most a lab and a folder",
                "check --colour | Unknown option",
                "run nowhere | there is no folder",
                "run empty | is empty",
                "run strange | does not say which lab it is",
                "labs please | Unmatched argument",
                "doctor who | Unmatched argument"
            })
    void isAnsweredWithOneSentence(String words, String sentence) throws Exception {
        var answer = typed.type(words.split(" "));

        assertEquals(64, answer.code(), answer.err());
        assertTrue(answer.err().contains(sentence), answer.err());
        assertEquals(1, answer.err().lines().count(), answer.err());
        assertEquals("", answer.out());
    }

    @Test
    void aDamagedNoteIsSaid() throws Exception {
        Files.writeString(top.resolve("strange").resolve(LabNote.FILE), "{ not json");

        assertEquals(64, typed.type("check", "strange").code());
    }

    @Test
    void everyReasonWhyAFolderCannotBeTakenInIsSaid() throws Exception {
        Files.createSymbolicLink(top.resolve("strange/link.js"), Path.of("a.js"));
        Files.write(top.resolve("strange/bytes.js"), new byte[] {(byte) 0xc3, 0x28});

        var answer = typed.type("check", "javascript/closures", "strange");

        assertEquals(64, answer.code(), answer.err());
        assertTrue(answer.err().contains("link.js"), answer.err());
        assertTrue(answer.err().contains("bytes.js"), answer.err());
    }

    @Test
    void namesWithControlCharactersDoNotReachTheTerminal() throws Exception {
        var answer = typed.type("check", "evil\033[2J", "strange");

        assertEquals(64, answer.code());
        assertTrue(answer.err().indexOf('\033') < 0, answer.err());
    }
}
