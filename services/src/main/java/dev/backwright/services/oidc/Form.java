package dev.backwright.services.oidc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Parameters as a query or a form sends them; empty ones count as left out (RFC 6749, section 3.1).
///
/// @param twice names of those that came more than once
record Form(Map<String, String> values, Set<String> twice) {

    private static final int MOST = 200;

    Form {
        values = new LinkedHashMap<>(values);
        twice = Set.copyOf(twice);
    }

    static Form of(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> twice = new TreeSet<>();
        for (String pair : text.split("&", MOST)) {
            int sign = pair.indexOf('=');
            String name = decoded(sign < 0 ? pair : pair.substring(0, sign));
            String value = sign < 0 ? "" : decoded(pair.substring(sign + 1));
            if (!name.isEmpty() && !value.isEmpty() && values.putIfAbsent(name, value) != null) {
                twice.add(name);
            }
        }
        return new Form(values, twice);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// What is no such text stays as it came.
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEncoding) {
            return text;
        }
    }
}
