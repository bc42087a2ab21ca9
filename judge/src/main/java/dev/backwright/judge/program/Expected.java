package dev.backwright.judge.program;

import dev.backwright.checks.Json;
import dev.backwright.judge.json.Settled;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a check expects, made comparable with what [Contents] makes: values and spies become what they stand for.
final class Expected {

    private Expected() {}

    static @Nullable Object of(@Nullable Object expected) {
        return switch (expected) {
            case null -> null;
            case Json(var inner) -> of(inner);
            case NodeValue value -> of(value.told(), value.toString());
            case NodeSpy spy -> of(spy.told(), spy.toString());
            case byte[] bytes -> Bytes.of(bytes);
            case Character letter -> letter.toString();
            case Object[] array -> list(Arrays.asList(array));
            case List<?> list -> list(list);
            case Set<?> set ->
                    Settled.of(set).stream()
                            .map(Expected::of)
                            .collect(Collectors.toCollection(LinkedHashSet::new));
            case Map<?, ?> map -> map(map);
            default -> expected;
        };
    }

    private static @Nullable Object of(Told told, String label) {
        return told.isPrimitive() ? told.javaValue() : new Foreign(told.handle(), label);
    }

    private static List<@Nullable Object> list(List<?> list) {
        return Collections.unmodifiableList(
                Arrays.asList(list.stream().map(Expected::of).toArray()));
    }

    private static Map<@Nullable Object, @Nullable Object> map(Map<?, ?> map) {
        Map<@Nullable Object, @Nullable Object> made = new LinkedHashMap<>();
        Settled.of(map).forEach((key, value) -> made.put(of(key), of(value)));
        return made;
    }
}
