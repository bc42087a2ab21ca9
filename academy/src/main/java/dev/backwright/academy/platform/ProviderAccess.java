package dev.backwright.academy.platform;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// How this academy is known to a provider that people sign in through.
///
/// ```text
///   BACKWRIGHT_SIGN_IN=github,school               whom to offer
///   BACKWRIGHT_SIGN_IN_GITHUB_ID, …_SECRET         as the academy is registered there; the secret also as …_SECRET_FILE
///   BACKWRIGHT_SIGN_IN_SCHOOL_ISSUER, …_NAME       an OpenID provider, and what people call it
/// ```
///
/// @param key by which our addresses name it: `github`
/// @param name by which people know it: `GitHub`
/// @param issuer whose subjects are told apart by it; of GitHub its address
public record ProviderAccess(String key, String name, URI issuer, String id, String secret) {

    static final String SETTING = "backwright.sign.in";

    public static final String GITHUB = "github";

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]{0,19}");

    private static final Map<String, List<String>> KNOWN =
            Map.of(
                    GITHUB,
                    List.of("GitHub", "https://github.com"),
                    "google",
                    List.of("Google", "https://accounts.google.com"));

    /// @throws CannotStart naming the setting that is missing or wrong
    static List<ProviderAccess> all(Settings settings) {
        var keys = settings.text(SETTING).map(it -> List.of(it.strip().split(" *, *")));
        var all = keys.orElse(List.of()).stream().map(key -> of(settings, key)).toList();
        if (Set.copyOf(all.stream().map(ProviderAccess::issuer).toList()).size() < all.size()) {
            throw CannotStart.usage(
                    "%s names two providers with one issuer.".formatted(variable(SETTING)));
        }
        return all;
    }

    private static ProviderAccess of(Settings settings, String key) {
        if (!KEY.matcher(key).matches()) {
            throw CannotStart.usage(
                    "%s wants names of providers such as github,google,school; got '%s'."
                            .formatted(variable(SETTING), key));
        }
        var prefix = SETTING + "." + key;
        var known = KNOWN.getOrDefault(key, List.of(key, ""));
        var issuer = settings.text(prefix + ".issuer").orElse(known.get(1));
        return new ProviderAccess(
                key,
                settings.text(prefix + ".name").orElse(known.getFirst()),
                Outside.address(variable(prefix + ".issuer"), issuer),
                settings.text(prefix + ".id").orElseThrow(() -> missing(prefix + ".id")),
                settings.secret(prefix + ".secret").orElseThrow(() -> missing(prefix + ".secret")));
    }

    private static CannotStart missing(String name) {
        return CannotStart.usage(
                "%s is not set; the provider tells it where you register this academy."
                        .formatted(variable(name)));
    }

    private static String variable(String name) {
        return Settings.variable(name);
    }

    /// It holds a secret.
    @Override
    public String toString() {
        return name + " as " + id;
    }
}
