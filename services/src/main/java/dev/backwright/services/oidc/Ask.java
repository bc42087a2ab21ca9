package dev.backwright.services.oidc;

import java.util.Map;
import java.util.Optional;

/// A request to one of the provider's endpoints.
///
/// @param headers the first of each name, names in lower case
record Ask(String method, String path, String query, Map<String, String> headers, String body) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
