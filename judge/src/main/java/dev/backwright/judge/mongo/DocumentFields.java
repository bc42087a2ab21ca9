package dev.backwright.judge.mongo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The fields of a document: found by a path, compared with what is drawn, shown.
final class DocumentFields {

    private static final JsonMapper JSON = JsonMapper.shared();

    private DocumentFields() {}

    /// `null` where there is nothing.
    static @Nullable Object at(Map<String, @Nullable Object> document, String path) {
        if (document.containsKey(path)) {
            return document.get(path);
        }
        @Nullable Object value = document;
        for (String name : path.split("\\.", -1)) {
            value = inner(value, name);
        }
        return value;
    }

    private static @Nullable Object inner(@Nullable Object value, String name) {
        return switch (value) {
            case Map<?, ?> map -> map.get(name);
            case List<?> list when name.matches("\\d{1,6}") -> {
                int index = Integer.parseInt(name);
                yield index < list.size() ? list.get(index) : null;
            }
            case null, default -> null;
        };
    }

    /// Numbers by value, lists and documents by content, everything else by its text.
    static boolean same(@Nullable String drawn, @Nullable Object seen) {
        if (drawn == null || seen == null) {
            return drawn == null && seen == null;
        }
        return switch (seen) {
            case Number number -> sameNumber(drawn, number);
            case List<?> list -> sameJson(drawn, list);
            case Map<?, ?> map -> sameJson(drawn, map);
            default -> drawn.equals(seen.toString());
        };
    }

    private static boolean sameNumber(String drawn, Number seen) {
        try {
            return new BigDecimal(drawn).compareTo(new BigDecimal(seen.toString())) == 0;
        } catch (NumberFormatException noNumber) {
            return drawn.equals(seen.toString());
        }
    }

    private static boolean sameJson(String drawn, Object seen) {
        try {
            return JSON.readTree(drawn).equals(JSON.readTree(JSON.writeValueAsString(seen)));
        } catch (JacksonException noJson) {
            return false;
        }
    }

    /// How a field is shown; nothing where there is none.
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list -> JSON.writeValueAsString(list);
            case Map<?, ?> map -> JSON.writeValueAsString(map);
            default -> value.toString();
        };
    }
}
