package dev.backwright.academy.platform;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where things are: a system property of the script comes before a person's environment, and that before what is usual.
///
/// @param course the course's folder
/// @param toolbox Node and the course's packages
/// @param home this academy's data
/// @param database an external database for the platform; `null` for the embedded one
/// @param site for whom it is
public record Places(
        Path course, Path toolbox, Path home, @Nullable Login database, Judges judges, Site site) {

    /// Where the academy is one person's and judges by itself.
    public Places(Path course, Path toolbox, Path home, @Nullable Login database) {
        this(course, toolbox, home, database, Judges.HERE, Site.SOLO);
    }

    public Places withJudges(Judges where) {
        return new Places(course, toolbox, home, database, where, site);
    }

    public Places withSite(Site whose) {
        return new Places(course, toolbox, home, database, judges, whose);
    }

    /// An external database: `jdbc:postgresql://host/name`.
    public record Login(String url, String user, String password) {}

    public static Places here() {
        return from(System::getProperty, System::getenv);
    }

    static Places from(
            Function<String, @Nullable String> property,
            Function<String, @Nullable String> environment) {
        var ask = new Ask(property, environment);
        var site =
                Site.of(ask.text(Site.PEOPLE).orElse("oneself"), ask.text(Site.URL).orElse(null));
        return new Places(
                ask.path("backwright.course").orElse(Path.of("course")),
                ask.path("backwright.toolbox").orElse(Path.of("toolbox")),
                ask.path("backwright.home").orElseGet(Places::usualHome),
                ask.text("backwright.database.url").map(url -> login(ask, url)).orElse(null),
                Judges.of(
                        ask.text(Judges.SETTING).orElse(site.many() ? "apart" : "here"),
                        ask.text(Judges.SETTING + ".role").orElse(Judges.ROLE)),
                site);
    }

    private static Login login(Ask ask, String url) {
        return new Login(
                url,
                ask.text("backwright.database.user").orElse("backwright"),
                ask.text("backwright.database.password").orElse(""));
    }

    private static Path usualHome() {
        return Path.of(System.getProperty("user.home"), ".local", "share", "backwright");
    }

    private record Ask(
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

        /// `backwright.database.url` is `BACKWRIGHT_DATABASE_URL` in the environment.
        private static String variable(String name) {
            return name.toUpperCase(java.util.Locale.ROOT).replace('.', '_');
        }
    }
}
