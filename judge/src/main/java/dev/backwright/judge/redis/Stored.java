package dev.backwright.judge.redis;

import dev.backwright.judge.json.Settled;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A value as Redis stores it.
///
/// @param command which stores it: `set`, `rpush`
/// @param words what follows the key; none where there is nothing to store
record Stored(String command, List<String> words) {

    static Stored of(Object value) {
        return switch (value) {
            case Map<?, ?> map -> new Stored("hset", pairs(map));
            case Set<?> set -> new Stored("sadd", texts(Settled.of(set)));
            case Collection<?> list -> new Stored("rpush", texts(list));
            default -> new Stored("set", List.of(value.toString()));
        };
    }

    private static List<String> pairs(Map<?, ?> map) {
        return Settled.of(map).entrySet().stream()
                .flatMap(entry ->
                        Stream.of(String.valueOf(entry.getKey()), String.valueOf(entry.getValue())))
                .toList();
    }

    private static List<String> texts(Collection<?> values) {
        return values.stream().map(String::valueOf).toList();
    }
}
