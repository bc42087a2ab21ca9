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
/// @param serving how it is served
public record Places(
        Path course,
        Path toolbox,
        Path home,
        @Nullable Login database,
        Judges judges,
        Site site,
        Serving serving) {

    /// Where the academy is one person's and judges by itself.
    public Places(Path course, Path toolbox, Path home, @Nullable Login database) {
        this(course, toolbox, home, database, Judges.HERE, Site.SOLO, Serving.STANDARD);
    }

    public Places withJudges(Judges where) {
        return new Places(course, toolbox, home, database, where, site, serving);
    }

    public Places withSite(Site whose) {
        return new Places(course, toolbox, home, database, judges, whose, serving);
    }

    public Places withServing(Serving how) {
        return new Places(course, toolbox, home, database, judges, site, how);
    }

    /// An external database: `jdbc:postgresql://host/name`.
    public record Login(String url, String user, String password) {}

    public static Places here() {
        return from(System::getProperty, System::getenv);
    }

    static Places from(
            Function<String, @Nullable String> property,
            Function<String, @Nullable String> environment) {
        var setting = new Setting(property, environment);
        var site =
                Site.of(
                        setting.text(Site.PEOPLE).orElse("oneself"),
                        setting.text(Site.URL).orElse(null));
        return new Places(
                setting.path("backwright.course").orElse(Path.of("course")),
                setting.path("backwright.toolbox").orElse(Path.of("toolbox")),
                setting.path("backwright.home").orElseGet(Places::usualHome),
                setting.text("backwright.database.url")
                        .map(url -> login(setting, url))
                        .orElse(null),
                Judges.of(
                        setting.text(Judges.SETTING).orElse(site.many() ? "apart" : "here"),
                        setting.text(Judges.SETTING + ".role").orElse(Judges.ROLE)),
                site,
                Serving.of(site, setting));
    }

    private static Login login(Setting setting, String url) {
        return new Login(
                url,
                setting.text("backwright.database.user").orElse("backwright"),
                setting.secret("backwright.database.password").orElse(""));
    }

    private static Path usualHome() {
        return Path.of(System.getProperty("user.home"), ".local", "share", "backwright");
    }
}
