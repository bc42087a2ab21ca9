package dev.backwright.academy.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import tools.jackson.databind.json.JsonMapper;

/// `judge.json`: how a judge of the same user on the same machine reaches the academy's own database.
record JudgeFile(String url, String user, String password) {

    private static final String NAME = "judge.json";

    /// Writes it so that nobody else can read it, at no moment half.
    void write(Path home) {
        var fresh = home.resolve(NAME + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(
                    fresh,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, JsonMapper.shared().writeValueAsString(this));
            Files.move(fresh, home.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw CannotStart.here(
                    "The file %s in %s cannot be written (%s). Judges find the database by it."
                            .formatted(NAME, home, FileTrouble.inWords(e)),
                    e);
        }
    }
}
