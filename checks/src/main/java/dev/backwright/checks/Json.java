package dev.backwright.checks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON value to be sent or compared with: maps, lists, strings, numbers, booleans, `null`.
public record Json(@Nullable Object value) {

    /// An object from names and values in turn: `json("from", 1, "to", 2)`.
    ///
    /// @throws IllegalArgumentException when a name has no value or is no text
    public static Json json(@Nullable Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("json: the last name has no value");
        }
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!(namesAndValues[i] instanceof String name)) {
                throw new IllegalArgumentException(
                        "json: a name is a text, got " + namesAndValues[i]);
            }
            object.put(name, bare(namesAndValues[i + 1]));
        }
        return new Json(Collections.unmodifiableMap(object));
    }

    private static @Nullable Object bare(@Nullable Object value) {
        return value instanceof Json(var inner) ? inner : value;
    }
}
