package dev.backwright.academy.platform;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where things are: a system property of the script comes before a person's environment, and that before what is usual.
///
/// @param course the course's folder
/// @param toolbox Node and the course's packages
/// @param home this academy's data
/// @param database an external database for the platform; `null` for the embedded one
/// @param site for whom it is
/// @param outside others' services that it was told of
/// @param serving how it is served
public record Places(
        Path course,
        Path toolbox,
        Path home,
        @Nullable Login database,
        Judges judges,
        Site site,
        Outside outside,
        Serving serving) {

    /// Where the academy is one person's and judges by itself.
    public Places(Path course, Path toolbox, Path home, @Nullable Login database) {
        this(
                course,
                toolbox,
                home,
                database,
                Judges.HERE,
                Site.SOLO,
                Outside.NONE,
                Serving.STANDARD);
    }

    public Places withJudges(Judges where) {
        return new Places(course, toolbox, home, database, where, site, outside, serving);
    }

    public Places withSite(Site whose) {
        return new Places(course, toolbox, home, database, judges, whose, outside, serving);
    }

    public Places withOutside(Outside told) {
        return new Places(course, toolbox, home, database, judges, site, told, serving);
    }

    public Places withServing(Serving how) {
        return new Places(course, toolbox, home, database, judges, site, outside, how);
    }

    /// An external database: `jdbc:postgresql://host/name`.
    public record Login(String url, String user, String password) {}

    public static Places here() {
        return from(System::getProperty, System::getenv);
    }

    static Places from(
            Function<String, @Nullable String> property,
            Function<String, @Nullable String> environment) {
        var settings = new Settings(property, environment);
        var site =
                Site.of(
                                settings.text(Site.PEOPLE).orElse("oneself"),
                                settings.text(Site.URL).orElse(null))
                        .demanding(settings.text(Site.PASSKEYS).orElse("offered"));
        return new Places(
                settings.path("backwright.course").orElse(Path.of("course")),
                settings.path("backwright.toolbox").orElse(Path.of("toolbox")),
                settings.path("backwright.home").orElseGet(Places::usualHome),
                settings.text("backwright.database.url")
                        .map(url -> login(settings, url))
                        .orElse(null),
                Judges.of(
                        settings.text(Judges.SETTING).orElse(site.many() ? "apart" : "here"),
                        settings.text(Judges.SETTING + ".role").orElse(Judges.ROLE)),
                site,
                Outside.of(settings, site),
                Serving.of(site, settings));
    }

    private static Login login(Settings settings, String url) {
        return new Login(
                url,
                settings.text("backwright.database.user").orElse("backwright"),
                settings.secret("backwright.database.password").orElse(""));
    }

    private static Path usualHome() {
        return Path.of(System.getProperty("user.home"), ".local", "share", "backwright");
    }
}
