package dev.backwright.judge.seen;

import dev.backwright.checks.Js;
import dev.backwright.checks.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Deep equality as a check means it: numbers by value, lists in order, maps and sets without one.
/// A `BigInteger` is a BigInt and equals no number; `0` equals `-0` unless [Js#NEGATIVE_ZERO] is asked for.
public final class Equality {

    private Equality() {}

    public static boolean same(@Nullable Object expected, @Nullable Object seen) {
        Object left = plain(expected);
        Object right = plain(seen);
        if (left == null || right == null) {
            return left == null && right == null;
        }
        return switch (left) {
            case Js special -> special.equals(right);
            case BigInteger big -> big.equals(right);
            case Number number -> sameNumber(number, right);
            case List<?> list -> right instanceof List<?> other && sameList(list, other);
            case Map<?, ?> map -> right instanceof Map<?, ?> other && sameMap(map, other);
            case Set<?> set -> right instanceof Set<?> other && sameSet(set, other);
            default -> left.equals(right);
        };
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Json(var inner) -> inner;
            case Object[] array -> Arrays.asList(array);
            case Float single -> special(single.doubleValue());
            case Double number -> special(number);
            case null, default -> value;
        };
    }

    private static Object special(Double number) {
        if (number.isNaN()) {
            return Js.NAN;
        }
        if (number.isInfinite()) {
            return number > 0 ? Js.INFINITY : Js.NEGATIVE_INFINITY;
        }
        return number.equals(-0.0) ? Js.NEGATIVE_ZERO : number;
    }

    private static boolean sameNumber(Number expected, Object seen) {
        if (seen == Js.NEGATIVE_ZERO) {
            return isPlainZero(expected);
        }
        return seen instanceof Number other
                && !(other instanceof BigInteger)
                && decimal(expected).compareTo(decimal(other)) == 0;
    }

    private static boolean isPlainZero(Object value) {
        return value instanceof Number number
                && !(number instanceof BigInteger)
                && decimal(number).signum() == 0;
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
    }

    private static boolean sameList(List<?> expected, List<?> seen) {
        if (expected.size() != seen.size()) {
            return false;
        }
        Iterator<?> others = seen.iterator();
        return expected.stream().allMatch(item -> same(item, others.next()));
    }

    private static boolean sameMap(Map<?, ?> expected, Map<?, ?> seen) {
        return expected.size() == seen.size()
                && expected.entrySet().stream().allMatch(entry -> isIn(seen, entry));
    }

    private static boolean isIn(Map<?, ?> seen, Map.Entry<?, ?> expected) {
        return seen.entrySet().stream()
                .anyMatch(other ->
                        same(expected.getKey(), other.getKey())
                                && same(expected.getValue(), other.getValue()));
    }

    private static boolean sameSet(Set<?> expected, Set<?> seen) {
        return expected.size() == seen.size()
                && expected.stream()
                        .allMatch(item -> seen.stream().anyMatch(other -> same(item, other)));
    }
}
