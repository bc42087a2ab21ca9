package dev.backwright.judge.program;

import dev.backwright.checks.Js;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Makes Java's values of a snapshot: maps, lists, sets, instants; anything else stays foreign.
/// What is met twice is the same Java object; what contains itself is cut there.
final class Contents {

    private static final int MOST_NODES = 50_000;
    private static final Foreign CUT = new Foreign(0, "…");

    private final Map<Integer, Object> finished = new HashMap<>();
    private final Map<Integer, Integer> sizes = new HashMap<>();
    private int nodes;

    private Contents() {}

    static @Nullable Object of(JsonNode node, String shown) {
        Object content = new Contents().read(node);
        return content instanceof Foreign(int handle, String text) && text.isEmpty()
                ? new Foreign(handle, shown)
                : content;
    }

    private @Nullable Object read(JsonNode node) {
        nodes++;
        if (node.has("t")) {
            return Told.of(node).javaValue();
        }
        int handle = node.path("h").asInt(0);
        return switch (node.path("k").asString()) {
            case "again" -> again(handle);
            case "hole" -> Js.UNDEFINED;
            case "getter" -> new Foreign(0, "[Getter]");
            case "unset" -> new Foreign(0, "<uninitialized>");
            case "cut" -> CUT;
            default -> object(node, handle);
        };
    }

    private Object again(int handle) {
        Object known = finished.get(handle);
        if (known == null) {
            return new Foreign(handle, "[Circular]");
        }
        nodes += sizes.getOrDefault(handle, 1);
        return nodes > MOST_NODES ? CUT : known;
    }

    private Object object(JsonNode node, int handle) {
        int before = nodes;
        Object content = content(node, handle);
        finished.put(handle, content);
        sizes.put(handle, nodes - before + 1);
        return content;
    }

    private Object content(JsonNode node, int handle) {
        return switch (node.path("k").asString()) {
            case "plain", "namespace" -> properties(node, new HeldMap(handle));
            case "map" -> entries(node, new HeldMap(handle));
            case "array" -> items(node, new HeldList(handle));
            case "set" -> members(node, new HeldSet(handle));
            case "date" -> date(node.path("v").asString(), handle);
            case "bytes" -> new Bytes(handle, node.path("v").asString());
            default -> new Foreign(handle, node.path("s").asString(""));
        };
    }

    private HeldMap properties(JsonNode node, HeldMap into) {
        for (JsonNode entry : node.path("e")) {
            JsonNode key = entry.path(0);
            Object name =
                    key.isString() ? key.asString() : new Foreign(0, key.path("y").asString());
            into.append(name, read(entry.path(1)));
        }
        return into;
    }

    private HeldMap entries(JsonNode node, HeldMap into) {
        for (JsonNode entry : node.path("e")) {
            Object key = read(entry.path(0));
            into.append(key, read(entry.path(1)));
        }
        return into;
    }

    private HeldList items(JsonNode node, HeldList into) {
        node.path("e").forEach(item -> into.append(read(item)));
        if (into.size() < node.path("n").asLong()) {
            into.append(CUT);
        }
        return into;
    }

    private HeldSet members(JsonNode node, HeldSet into) {
        node.path("e").forEach(member -> into.append(read(member)));
        return into;
    }

    private static Object date(String millis, int handle) {
        return millis.equals("NaN")
                ? new Foreign(handle, "Invalid Date")
                : Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
