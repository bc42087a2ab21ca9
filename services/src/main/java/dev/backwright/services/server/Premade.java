package dev.backwright.services.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/// A folder made once and copied ever after.
public final class Premade {

    private Premade() {}

    /// Makes it unless it is there. Two processes may do so at once: each makes it beside, and the first rename wins.
    ///
    /// @param make fills the folder it is given, which is not there yet
    public static Path folder(Path ready, Consumer<Path> make) {
        if (!Files.isDirectory(ready)) {
            makeBeside(ready, make);
        }
        return ready;
    }

    private static void makeBeside(Path ready, Consumer<Path> make) {
        Path fresh =
                ready.resolveSibling(ready.getFileName() + ".new-" + ProcessHandle.current().pid());
        try {
            FileTrees.delete(fresh);
            make.accept(fresh);
            Files.move(fresh, ready, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(ready)) {
                throw Failures.io("make a database in", ready, e);
            }
        } finally {
            FileTrees.delete(fresh);
        }
    }
}
