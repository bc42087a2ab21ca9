package dev.backwright.cli;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavesTest {

    private @TempDir Path folder = Path.of("");

    @Test
    void aSaveIsNoticed() throws Exception {
        Path file = Files.writeString(folder.resolve("a.js"), "1");
        var saves = new Saves(folder);

        Files.writeString(file, "22");

        noticed(saves).get(60, TimeUnit.SECONDS);
    }

    @Test
    void aSaveDuringACheckIsNoticedAfterIt() throws Exception {
        var saves = new Saves(folder);
        Files.writeString(folder.resolve("a.js"), "1");
        noticed(saves).get(60, TimeUnit.SECONDS);

        Files.writeString(folder.resolve("b.js"), "1");

        noticed(saves).get(60, TimeUnit.SECONDS);
    }

    @Test
    void packagesAreNotTheWork() throws Exception {
        var saves = new Saves(folder);
        Files.writeString(
                Files.createDirectories(folder.resolve("node_modules/x")).resolve("x.js"), "1");

        CompletableFuture<Void> noticed = noticed(saves);

        assertThrows(TimeoutException.class, () -> noticed.get(1, TimeUnit.SECONDS));
        Files.writeString(folder.resolve("a.js"), "1");
        noticed.get(60, TimeUnit.SECONDS);
    }

    private static CompletableFuture<Void> noticed(Saves saves) {
        return CompletableFuture.runAsync(() -> {
            try {
                saves.awaitNext();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
