package dev.backwright.judge.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON as Java's maps, lists, strings, numbers, booleans and `null`.
public final class JsonText {

    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonText() {}

    /// @throws tools.jackson.core.JacksonException when the text is no JSON
    public static JsonNode parse(String text) {
        return JSON.readTree(text);
    }

    /// What stands where there is none.
    public static JsonNode missing() {
        return JSON.missingNode();
    }

    public static String write(@Nullable Object value) {
        return JSON.writeValueAsString(Settled.whole(value));
    }

    public static @Nullable Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            node.properties().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(item -> list.add(plain(item)));
            return list;
        }
        return scalar(node);
    }

    private static @Nullable Object scalar(JsonNode node) {
        if (node.isString()) {
            return node.asString();
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isNumber()) {
            return node.canConvertToExactIntegral() && node.canConvertToLong()
                    ? (Object) node.asLong()
                    : node.decimalValue();
        }
        return null;
    }

    /// A place in it: one name or index after another, whatever characters are in them; a missing node where there is none.
    public static JsonNode under(JsonNode node, String... names) {
        JsonNode place = node;
        for (String name : names) {
            place =
                    place.isArray() && name.matches("\\d{1,9}")
                            ? place.path(Integer.parseInt(name))
                            : place.path(name);
        }
        return place;
    }

    /// A place in it: names and indices joined by dots; a missing node where there is none.
    public static JsonNode at(JsonNode node, String path) {
        return under(node, path.split("\\.", -1));
    }
}
