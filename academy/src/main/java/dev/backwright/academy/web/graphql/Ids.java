package dev.backwright.academy.web.graphql;

import java.util.Optional;
import java.util.UUID;

/// Ids as programs send them. What is no id of ours names nothing.
final class Ids {

    private static final int LENGTH = 36;

    private Ids() {}

    static Optional<UUID> parse(String id) {
        try {
            return id.length() == LENGTH ? Optional.of(UUID.fromString(id)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
