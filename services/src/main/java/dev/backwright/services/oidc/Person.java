package dev.backwright.services.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Somebody with an account at a provider.
///
/// @param claims what the provider knows besides the subject: `email`, `name`
public record Person(String sub, Map<String, Object> claims) {

    private static final Set<String> OF_EMAIL = Set.of("email", "email_verified");

    public Person {
        claims = Map.copyOf(claims);
    }

    /// What a program may know that has asked for these scopes (OpenID Connect Core 1.0, section 5.4).
    Map<String, Object> shown(List<String> scopes) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("sub", sub);
        claims.forEach((name, value) -> {
            if (scopes.contains(OF_EMAIL.contains(name) ? "email" : "profile")) {
                shown.put(name, value);
            }
        });
        return shown;
    }
}
