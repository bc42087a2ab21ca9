package dev.backwright.judge.app.log;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Moments as logs write them.
final class Instants {

    /// What is less counts seconds: as milliseconds it would be a moment of the seventies.
    private static final double LEAST_MILLIS = 1e11;

    private Instants() {}

    /// In milliseconds since 1970.
    static Optional<Long> millis(JsonNode value) {
        if (value.isNumber()) {
            double number = value.asDouble();
            return Optional.of((long) (number < LEAST_MILLIS ? number * 1000 : number));
        }
        try {
            return value.isString()
                    ? Optional.of(OffsetDateTime.parse(value.asString()).toInstant().toEpochMilli())
                    : Optional.empty();
        } catch (DateTimeException otherwiseWritten) {
            return Optional.empty();
        }
    }
}
