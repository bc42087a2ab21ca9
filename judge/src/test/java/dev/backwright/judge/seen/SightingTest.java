package dev.backwright.judge.seen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Js;
import dev.backwright.checks.Json;
import dev.backwright.checks.Unmet;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SightingTest {

    @Test
    void numbersAreComparedByValue() {
        seen(1L).is(1).is(1.0).is(new BigDecimal("1.00")).isNot(2).isAtMost(1).isAtLeast(1);
        seen(Double.NaN).is(Js.NAN);
        seen(0.0).is(0).isNot(Js.NEGATIVE_ZERO);
        seen(-0.0).is(0).is(Js.NEGATIVE_ZERO);
        assertFalse(Equality.same(1, BigInteger.ONE));
        assertFalse(Equality.same(1, "1"));
        assertFalse(Equality.same(1, true));
    }

    @Test
    void structuresAreComparedDeeply() {
        seen(Map.of("a", List.of(1L, "x"), "b", Set.of(1.0, 2)))
                .is(Json.json("b", Set.of(2, 1), "a", List.of(1, "x")));
        assertFalse(Equality.same(List.of(1, 2), List.of(2, 1)));
        assertFalse(Equality.same(Map.of("a", 1), Map.of("a", 1, "b", 2)));
        assertTrue(Equality.same(Arrays.asList(1, null), Arrays.asList(1, null)));
    }

    @Test
    void aFailureSaysWhatWasExpectedAndSeen() {
        says("x: expected 'it\\'s'; seen 1", () -> seen(1).is("it's"));
        says("x: expected 200, 201 or 204; seen 500", () -> seen(500).isOneOf(200, 201, 204));
        says(
                "x: expected nothing; seen [ 1, null ]",
                () -> seen(Arrays.asList(1, null)).isAbsent());
        says("x: expected a text matching /^a/; seen 'b\\n'", () -> seen("b\n").matches("^a"));
        says("x: expected a list with 3; seen [ 1 ]", () -> seen(List.of(1)).contains(3));
        says("x: expected a number, at most 2; seen 3", () -> seen(3).isAtMost(2));
        says("x: expected a number; seen 'a'", () -> seen("a").isAtMost(2));
        says("x: expected a whole number; seen 1.5", () -> seen(1.5).number());
        says(
                "each is its own: x: expected 2; seen 1",
                () -> seen(1).because("each is its own").is(2));
        says(
                "x: expected { a: 1, 'b-c': undefined }; seen nothing",
                () ->
                        Sighting.absent("x", Failing.PLAIN)
                                .is(Json.json("a", 1, "b-c", Js.UNDEFINED)));
    }

    @Test
    void absenceIsNotNull() {
        Sighting nothing = Sighting.absent("x", Failing.PLAIN);
        nothing.isAbsent().is(Js.UNDEFINED);
        says("x: expected null; seen nothing", () -> nothing.is(null));
        seen(null).isPresent().is(null);
    }

    @Test
    void nothingLacksNothing() {
        says(
                "x: expected a text without 'a'; seen nothing",
                () -> Sighting.absent("x", Failing.PLAIN).lacks("a"));
        seen("bc").lacks("a").contains("b");
    }

    private static Sighting seen(@org.jspecify.annotations.Nullable Object value) {
        return Sighting.of("x", value, Failing.PLAIN);
    }

    private static void says(String message, Executable expectation) {
        assertEquals(message, assertThrows(Unmet.class, expectation).getMessage());
    }
}
