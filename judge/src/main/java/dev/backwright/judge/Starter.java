package dev.backwright.judge;

import dev.backwright.judge.app.StartCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.SortedMap;

/// What a learner begins with: the files in a lab's `starter/`, and what lets Node run TypeScript with decorators where the
/// start script says `node --import ./typescript.mjs FILE`.
final class Starter {

    private static final String TYPESCRIPT = "typescript.mjs";

    private Starter() {}

    /// @param lab the lab's folder
    static SortedMap<String, byte[]> read(Path lab) {
        SortedMap<String, byte[]> files = LabFolder.read(lab.resolve("starter"));
        StartCommand.hook(files)
                .filter(TYPESCRIPT::equals)
                .ifPresent(name -> files.putIfAbsent(name, typescript()));
        return files;
    }

    private static byte[] typescript() {
        try (var in = Starter.class.getResourceAsStream(TYPESCRIPT)) {
            if (in == null) {
                throw new IllegalStateException("the judge lacks " + TYPESCRIPT + ": rebuild it");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
