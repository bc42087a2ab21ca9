package dev.backwright.academy.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a person, or the script, has set: a system property of the script comes before the environment.
record Settings(
        Function<String, @Nullable String> property,
        Function<String, @Nullable String> environment) {

    Optional<String> text(String name) {
        return Optional.ofNullable(property.apply(name))
                .or(() -> Optional.ofNullable(environment.apply(variable(name))))
                .filter(text -> !text.isBlank());
    }

    Optional<Path> path(String name) {
        return text(name).map(Path::of).map(Path::toAbsolutePath).map(Path::normalize);
    }

    /// Itself, or the content of the file that `name.file` names.
    ///
    /// @throws CannotStart where that cannot be read
    Optional<String> secret(String name) {
        return text(name).or(() -> text(name + ".file").map(file -> read(name + ".file", file)));
    }

    private static String read(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw CannotStart.here(
                    "%s names a file that cannot be read: %s (%s)."
                            .formatted(variable(name), file, FileTrouble.inWords(e)),
                    e);
        }
    }

    /// `backwright.database.url` is `BACKWRIGHT_DATABASE_URL` in the environment.
    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
