package dev.backwright.judge.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An order for what has none: that of `Map.of` and `Set.of` is drawn anew at each start of the JVM, and the same check says and sends
/// the same each time. Whatever has an order keeps it.
public final class Settled {

    private static final Set<Class<?>> DRAWN =
            Set.of(
                    Map.of(1, 1, 2, 2).getClass(),
                    Set.of(1, 2).getClass(),
                    Set.of(1, 2, 3).getClass());

    private Settled() {}

    /// By the texts of its keys.
    public static Map<?, ?> of(Map<?, ?> map) {
        if (!DRAWN.contains(map.getClass())) {
            return map;
        }
        Map<Object, @Nullable Object> made = new LinkedHashMap<>();
        map.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach(entry -> made.put(entry.getKey(), entry.getValue()));
        return made;
    }

    /// By their texts.
    public static Collection<?> of(Set<?> set) {
        return DRAWN.contains(set.getClass())
                ? set.stream().sorted(Comparator.comparing(Object::toString)).toList()
                : set;
    }

    /// With all that is in it.
    static @Nullable Object whole(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> whole(map);
            case List<?> list -> {
                List<@Nullable Object> made = new ArrayList<>();
                list.forEach(item -> made.add(whole(item)));
                yield made;
            }
            case Set<?> set -> of(set);
            case null, default -> value;
        };
    }

    private static Map<Object, @Nullable Object> whole(Map<?, ?> map) {
        Map<Object, @Nullable Object> made = new LinkedHashMap<>();
        of(map).forEach((key, value) -> made.put(key, whole(value)));
        return made;
    }
}
