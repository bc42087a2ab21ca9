package dev.backwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCommandTest {

    private @TempDir Path top = Path.of("");
    private Typed typed = new Typed(top, top);

    @BeforeEach
    void anEmptyFolder() throws IOException {
        typed = Typed.in(top);
    }

    @Test
    void theStarterComesWithItsNoteAndTypes() throws Exception {
        var answer = typed.type("start", "javascript/closures");

        Path folder = typed.here().resolve("closures");
        assertEquals(0, answer.code(), answer.err());
        assertEquals(folder + "\n", answer.out());
        assertEquals(
                Files.readString(
                        Typed.repository()
                                .resolve("course/labs/javascript/closures/starter/closures.js")),
                Files.readString(folder.resolve("closures.js")));
        assertEquals("javascript/closures", LabNote.of(folder).orElseThrow().lab());
        assertTrue(Files.exists(folder.resolve("jsconfig.json")));
        assertFalse(
                Files.exists(folder.resolve(".env")), "a program has no environment to speak of");
    }

    @Test
    void packagesResolveThere() throws Exception {
        typed.type("start", "javascript/closures", "work");
        Path node = Typed.repository().resolve("toolbox/bin/node");

        Process process =
                new ProcessBuilder(
                                node.toString(),
                                "-e",
                                "import('express').then((it) => process.exit(it.default ? 0 : 1))")
                        .directory(typed.here().resolve("work").toFile())
                        .start();

        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
    }

    @Test
    void aFolderThatHoldsSomethingIsRefusedAndLeftAsItIs() throws Exception {
        Path mine = Files.createDirectories(typed.here().resolve("closures"));
        Files.writeString(mine.resolve("mine.js"), "precious");

        var answer = typed.type("start", "javascript/closures");

        assertEquals(64, answer.code());
        assertTrue(answer.err().contains("holds something already: mine.js"), answer.err());
        try (var left = Files.list(mine)) {
            assertEquals(1, left.count());
        }
    }

    @Test
    void aFileInTheWayIsRefused() throws Exception {
        Files.writeString(typed.here().resolve("closures"), "a file");

        assertEquals(64, typed.type("start", "javascript/closures").code());
        assertEquals("a file", Files.readString(typed.here().resolve("closures")));
    }

    @Test
    void anUnknownLabIsAnsweredWithTheNearest() throws Exception {
        var answer = typed.type("start", "javascript/closurse");

        assertEquals(64, answer.code());
        assertTrue(
                answer.err()
                        .contains(
                                "there is no lab 'javascript/closurse'; nearest: javascript/closures"),
                answer.err());
        assertEquals(1, answer.err().lines().count());
    }

    @Test
    void whatToDoNextWorksWhenPasted() throws Exception {
        Path empty = Files.createDirectories(typed.here().resolve("empty"));
        Path other = typed.here().resolve("other");

        String below = typed.type("start", "javascript/closures", "my work").err();
        String here =
                new Typed(empty, typed.home()).type("start", "javascript/closures", ".").err();
        String elsewhere =
                new Typed(empty, typed.home())
                        .type("start", "javascript/closures", "../other")
                        .err();

        assertTrue(below.endsWith(Typed.DOOR + " check 'my work'\n"), below);
        assertTrue(here.endsWith(Typed.DOOR + " check .\n"), here);
        assertTrue(elsewhere.endsWith(Typed.DOOR + " check " + other + "\n"), elsewhere);
    }

    @Test
    void withoutALabItIsWrongUsage() throws Exception {
        assertEquals(64, typed.type("start").code());
    }
}
