package dev.backwright.academy.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What was set: a system property of the script comes before a person's environment. `backwright.database.url` is
/// `BACKWRIGHT_DATABASE_URL` there.
record Setting(
        Function<String, @Nullable String> property,
        Function<String, @Nullable String> environment) {

    Optional<String> text(String name) {
        return Optional.ofNullable(property.apply(name))
                .or(() -> Optional.ofNullable(environment.apply(variable(name))))
                .filter(text -> !text.isBlank());
    }

    /// What must not be seen by others may also lie in a file that `…_FILE` names.
    ///
    /// @throws CannotStart where that cannot be read
    Optional<String> secret(String name) {
        return text(name).or(() -> text(name + ".file").map(file -> read(name, file)));
    }

    Optional<Path> path(String name) {
        return text(name).map(Path::of).map(Path::toAbsolutePath).map(Path::normalize);
    }

    private static String read(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw CannotStart.here(
                    "The file %s that %s_FILE names cannot be read (%s)."
                            .formatted(file, variable(name), FileTrouble.inWords(e)),
                    e);
        }
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
