package dev.backwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What `start` leaves in a folder, so that `check` and `run` know what it is.
///
/// @param lab id of the lab
/// @param digest digest of the lab the starter came from
record LabNote(String lab, String digest) {

    static final String FILE = ".backwright.json";

    void writeTo(Path folder) throws IOException {
        Files.writeString(
                folder.resolve(FILE),
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(this)
                        + "\n");
    }

    /// @throws Stop when there is a note that cannot be read
    static Optional<LabNote> of(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            var note = JsonMapper.shared().readTree(Files.readString(file));
            return Optional.of(
                    new LabNote(note.path("lab").asString(), note.path("digest").asString("")));
        } catch (IOException | JacksonException e) {
            throw Stop.misused(
                    "%s cannot be read; name the lab (./backwright check LAB) or remove the file."
                            .formatted(file));
        }
    }
}
