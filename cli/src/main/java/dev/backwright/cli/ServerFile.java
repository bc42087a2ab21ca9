package dev.backwright.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where `login` keeps which academy one is in, and the token for it: `server.json` in the home folder, for its owner's eyes alone.
///
/// @param home the home folder
record ServerFile(Path home) {

    /// An academy for many, and what one comes in with.
    record Server(URI url, String token) {

        /// It is a secret.
        @Override
        public String toString() {
            return url.toString();
        }
    }

    private Path path() {
        return home.resolve("server.json");
    }

    /// @throws Stop where nobody has logged in
    Server require() {
        return read().orElseThrow(() ->
                Stop.misused("you are logged in nowhere; begin with ./backwright login URL."));
    }

    Optional<Server> read() {
        if (!Files.isRegularFile(path())) {
            return Optional.empty();
        }
        try {
            var noted = JsonMapper.shared().readTree(Files.readString(path()));
            return Optional.of(
                    new Server(
                            URI.create(noted.path("url").asString()),
                            noted.path("token").asString()));
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw Stop.misused(
                    "%s cannot be read; begin again with ./backwright login URL."
                            .formatted(path()));
        }
    }

    /// Written aside first: nobody else can read it at any moment, and it is never half there.
    void write(Server server) {
        var note = JsonMapper.shared().createObjectNode();
        note.put("url", server.url().toString()).put("token", server.token());
        try {
            Files.createDirectories(home);
            Path aside = Files.createTempFile(home, "server", ".new", ownersOnly());
            Files.writeString(aside, note.toString());
            Files.move(
                    aside,
                    path(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Stop.fault(
                    "%s cannot be written (%s); set BACKWRIGHT_HOME to a folder that can."
                            .formatted(path(), e.getMessage()));
        }
    }

    /// @return whether there was one
    boolean remove() {
        try {
            return Files.deleteIfExists(path());
        } catch (IOException e) {
            throw Stop.fault("%s cannot be removed (%s).".formatted(path(), e.getMessage()));
        }
    }

    private static FileAttribute<?> ownersOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }
}
