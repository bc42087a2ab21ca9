package dev.backwright.academy.platform;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Others' services that this academy speaks with.
///
/// @param providers through whom people may sign in
/// @param mail `null` where it sends none
public record Outside(List<ProviderAccess> providers, @Nullable MailServer mail) {

    public static final Outside NONE = new Outside(List.of(), null);

    private static final Set<String> OWN = Set.of("127.0.0.1", "localhost", "[::1]");

    public Outside {
        providers = List.copyOf(providers);
    }

    /// @throws CannotStart naming the setting that is missing or wrong
    static Outside of(Settings settings, Site site) {
        var outside =
                new Outside(ProviderAccess.all(settings), MailServer.of(settings).orElse(null));
        if (!site.many() && !outside.equals(NONE)) {
            throw CannotStart.usage(
                    "BACKWRIGHT_SIGN_IN and BACKWRIGHT_MAIL are for an academy with BACKWRIGHT_PEOPLE=others; alone nobody signs in.");
        }
        return outside;
    }

    /// An address of somebody else's, to which secrets go: by TLS, but on this machine.
    static URI address(String variable, String text) {
        URI url = parsed(text);
        if (url == null || !isSafe(url)) {
            throw CannotStart.usage(
                    "%s wants an https address, such as https://accounts.school.example; got '%s'."
                            .formatted(variable, text));
        }
        return url;
    }

    private static boolean isSafe(URI url) {
        return url.getHost() != null
                && url.getUserInfo() == null
                && ("https".equals(url.getScheme())
                        || ("http".equals(url.getScheme()) && OWN.contains(url.getHost())));
    }

    static @Nullable URI parsed(String text) {
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
