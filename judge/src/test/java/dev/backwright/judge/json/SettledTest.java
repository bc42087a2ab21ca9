package dev.backwright.judge.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SettledTest {

    private static final List<String> NAMES = List.of("h", "b", "f", "d", "a", "g", "c", "e");

    @Test
    void whatHasNoOrderGetsTheSameEachTime() {
        var map = Map.of("h", 1, "b", 2, "f", 3, "d", 4, "a", 5, "g", 6, "c", 7, "e", 8);
        assertEquals("[a, b, c, d, e, f, g, h]", Settled.of(map).keySet().toString());
        assertEquals("[a, b, c, d, e, f, g, h]", Settled.of(Set.copyOf(NAMES)).toString());
        assertEquals("[1, 2]", Settled.of(Set.of(2, 1)).toString());
        assertEquals(
                "{\"a\":[{\"b\":1,\"c\":[1,2,3]}],\"d\":null}",
                JsonText.write(
                        Settled.of(
                                ordered(
                                        "a",
                                        List.of(Map.of("c", Set.of(3, 1, 2), "b", 1)),
                                        "d",
                                        null))));
    }

    @Test
    void whatHasAnOrderKeepsIt() {
        Map<String, Integer> map = new LinkedHashMap<>();
        NAMES.forEach(name -> map.put(name, 1));
        assertEquals(NAMES.toString(), Settled.of(map).keySet().toString());
        assertEquals(NAMES.toString(), Settled.of(new LinkedHashSet<>(NAMES)).toString());
        assertEquals("{\"h\":1,\"a\":2}", JsonText.write(ordered("h", 1, "a", 2)));
    }

    private static Map<String, @Nullable Object> ordered(@Nullable Object... pairs) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }
}
