package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

/// Where files lie ready on our side until the keeper copies them into the work folder: those a process starts with in
/// `stage/first`, those that are delivered to it later in `stage/late`.
///
/// @param run the folder of the whole run
/// @param user who may read them; [Host#OURS] where everybody is we
record Stage(Path run, int user) {

    static Stage make(Path run, int user, SortedMap<String, byte[]> first) throws IOException {
        var stage = new Stage(run, user);
        Files.createDirectory(stage.folder());
        stage.lay("first", first);
        return stage;
    }

    void layLate(SortedMap<String, byte[]> files) throws IOException {
        lay("late", files);
    }

    private void lay(String name, SortedMap<String, byte[]> files) throws IOException {
        var part = Files.createDirectory(folder().resolve(name));
        Trees.write(part, files);
        if (user != Host.OURS) {
            Trees.giveTo(user, part);
        }
    }

    private Path folder() {
        return run.resolve("stage");
    }
}
