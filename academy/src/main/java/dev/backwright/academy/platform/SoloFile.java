package dev.backwright.academy.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `solo.json`: how the command line of the same user reaches a running academy.
///
/// @param url where it listens: `http://127.0.0.1:8080`
public record SoloFile(String url, String key, long pid) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NAME = "solo.json";

    /// Writes it so that nobody else can read it, at no moment half.
    void write(Path home) throws IOException {
        var fresh = home.resolve(NAME + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(
                fresh,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, JSON.writeValueAsString(this));
        Files.move(fresh, home.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    static void remove(Path home) throws IOException {
        Files.deleteIfExists(home.resolve(NAME));
    }

    /// What a running academy wrote; nothing where none runs, or one died.
    public static Optional<SoloFile> read(Path home) {
        try {
            var solo = JSON.readValue(Files.readString(home.resolve(NAME)), SoloFile.class);
            return ProcessHandle.of(solo.pid()).isPresent() ? Optional.of(solo) : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }
}
