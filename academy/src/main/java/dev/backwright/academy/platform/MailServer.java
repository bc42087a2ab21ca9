package dev.backwright.academy.platform;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Whom this academy gives its mail to.
///
/// ```text
///   BACKWRIGHT_MAIL=smtp://mail.example:587       TLS begins by STARTTLS; smtps://mail.example:465 begins with it
///   BACKWRIGHT_MAIL_FROM=academy@learn.example    whom its letters come from
///   BACKWRIGHT_MAIL_USER, …_PASSWORD              where the server wants them; the password also as …_PASSWORD_FILE
/// ```
///
/// @param user empty where the server wants none
public record MailServer(URI url, String from, String user, String password) {

    static final String SETTING = "backwright.mail";

    private static final Set<String> OWN = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\",;]+@[^\\s@<>\",;]+");

    /// @throws CannotStart naming the setting that is missing or wrong
    static Optional<MailServer> of(Settings settings) {
        return settings.text(SETTING)
                .map(url ->
                        new MailServer(
                                parsed(url),
                                from(settings),
                                settings.text(SETTING + ".user").orElse(""),
                                settings.secret(SETTING + ".password").orElse("")));
    }

    private static URI parsed(String text) {
        URI url = Outside.parsed(text);
        if (url == null || !isMailServer(url)) {
            throw CannotStart.usage(
                    "BACKWRIGHT_MAIL wants scheme, host and port, such as smtp://mail.example:587 or smtps://mail.example:465; got '%s'."
                            .formatted(text));
        }
        return url;
    }

    private static boolean isMailServer(URI url) {
        return ("smtp".equals(url.getScheme()) || "smtps".equals(url.getScheme()))
                && url.getHost() != null
                && url.getUserInfo() == null;
    }

    private static String from(Settings settings) {
        var from = settings.text(SETTING + ".from").orElse("");
        if (!ADDRESS.matcher(from).matches()) {
            throw CannotStart.usage(
                    "BACKWRIGHT_MAIL_FROM wants the address that the academy's mail comes from, such as academy@learn.example; got '%s'."
                            .formatted(from));
        }
        return from;
    }

    public boolean isTls() {
        return "smtps".equals(url.getScheme());
    }

    /// Whether it is on this machine, so that nothing needs to be hidden on the way.
    public boolean isHere() {
        return OWN.contains(url.getHost());
    }

    /// It holds a password.
    @Override
    public String toString() {
        return url.toString();
    }
}
