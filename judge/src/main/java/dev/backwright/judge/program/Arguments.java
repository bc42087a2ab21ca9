package dev.backwright.judge.program;

import dev.backwright.checks.Js;
import dev.backwright.checks.Json;
import dev.backwright.judge.json.Settled;
import dev.backwright.judge.seen.Rendering;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Java's values as arguments: coded for the probe, and as text for a person.
final class Arguments {

    private Arguments() {}

    /// `'oil', 2`.
    static String text(@Nullable Object[] arguments) {
        return Arrays.stream(arguments).map(Arguments::text).collect(Collectors.joining(", "));
    }

    static String text(@Nullable Object argument) {
        return argument instanceof byte[] bytes
                ? Bytes.of(bytes).toString()
                : Rendering.of(argument);
    }

    static List<Object> coded(@Nullable Object[] arguments) {
        return Arrays.stream(arguments).map(value -> (Object) coded(value)).toList();
    }

    /// `[kind, content]`, as the probe's `decode` reads it.
    static List<@Nullable Object> coded(@Nullable Object value) {
        return switch (value) {
            case null -> Arrays.asList("json", null);
            case Json(var inner) -> coded(inner);
            case String text -> List.of("json", text);
            case Character letter -> List.of("json", letter.toString());
            case Boolean flag -> List.of("json", flag);
            case BigInteger big -> List.of("bigint", big.toString());
            case Number number -> List.of("number", number.toString());
            case Js special -> List.of("special", special(special));
            case byte[] bytes -> List.of("bytes", Base64.getEncoder().encodeToString(bytes));
            case Instant instant -> List.of("date", instant.toEpochMilli());
            case NodeValue held -> held.told().coded();
            case NodeSpy spy -> spy.told().coded();
            case Object[] array -> List.of("list", coded(array));
            case List<?> list -> List.of("list", coded(list.toArray()));
            case Set<?> set -> List.of("set", coded(Settled.of(set).toArray()));
            case Map<?, ?> map -> coded(map);
            default ->
                    throw new IllegalArgumentException(
                            "a program takes no " + value.getClass().getName() + " as argument");
        };
    }

    private static String special(Js value) {
        return switch (value) {
            case UNDEFINED -> "undefined";
            case NAN -> "nan";
            case NEGATIVE_ZERO -> "negativeZero";
            case INFINITY -> "infinity";
            case NEGATIVE_INFINITY -> "negativeInfinity";
        };
    }

    /// An object where all keys are texts, else a `Map`.
    private static List<@Nullable Object> coded(Map<?, ?> map) {
        boolean named = map.keySet().stream().allMatch(String.class::isInstance);
        List<Object> pairs = new ArrayList<>();
        Settled.of(map)
                .forEach((key, value) ->
                        pairs.add(List.of(named ? String.valueOf(key) : coded(key), coded(value))));
        return List.of(named ? "object" : "map", pairs);
    }
}
