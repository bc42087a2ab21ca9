package dev.backwright.judge.program;

import dev.backwright.checks.Js;
import dev.backwright.judge.seen.Rendering;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the probe told of one value: a primitive whole, anything else by handle.
///
/// @param type what `typeof` gives, but `null` for null
/// @param handle 0 for a primitive
/// @param kind what sort of object: `promise`, `plain`, …; empty for a primitive
/// @param primitive the text of a primitive
/// @param shown as Node prints it
record Told(String type, int handle, String kind, String primitive, String shown) {

    static Told of(JsonNode node) {
        String primitive = node.path("v").asString("");
        String type = node.path("t").asString();
        boolean held = node.has("h");
        String shown =
                held
                        ? node.path("s").asString(type)
                        : Rendering.of(new Told(type, 0, "", primitive, "").javaValue());
        return new Told(
                type, node.path("h").asInt(0), node.path("k").asString(""), primitive, shown);
    }

    boolean isPrimitive() {
        return handle == 0;
    }

    boolean isNothing() {
        return type.equals("undefined") || type.equals("null");
    }

    boolean isFunction() {
        return type.equals("function");
    }

    /// What `typeof` gives.
    String typeOf() {
        return type.equals("null") ? "object" : type;
    }

    /// The same value, by `Object.is`.
    boolean isSame(Told other) {
        return type.equals(other.type)
                && handle == other.handle
                && (handle != 0 || primitive.equals(other.primitive));
    }

    /// A primitive as Java's value; undefined, NaN, -0 and the infinities as those of [Js].
    @Nullable Object javaValue() {
        return switch (type) {
            case "null" -> null;
            case "undefined" -> Js.UNDEFINED;
            case "boolean" -> primitive.equals("true");
            case "number" -> number();
            case "bigint" -> new BigInteger(primitive);
            case "string" -> primitive;
            default -> new Foreign(handle, shown);
        };
    }

    private Object number() {
        return switch (primitive) {
            case "NaN" -> Js.NAN;
            case "-0" -> Js.NEGATIVE_ZERO;
            case "Infinity" -> Js.INFINITY;
            case "-Infinity" -> Js.NEGATIVE_INFINITY;
            default -> finite();
        };
    }

    private Object finite() {
        var exact = new BigDecimal(primitive);
        boolean whole = exact.signum() == 0 || exact.stripTrailingZeros().scale() <= 0;
        return whole && exact.abs().compareTo(BigDecimal.valueOf(1L << 53)) <= 0
                ? (Object) exact.longValueExact()
                : (Object) Double.valueOf(primitive);
    }

    /// As it is sent back to the probe.
    List<@Nullable Object> coded() {
        return switch (type) {
            case "null" -> Arrays.asList("json", null);
            case "undefined" -> List.of("special", "undefined");
            case "boolean" -> List.of("json", primitive.equals("true"));
            case "number" -> List.of("number", primitive);
            case "bigint" -> List.of("bigint", primitive);
            case "string" -> List.of("json", primitive);
            default -> List.of("handle", handle);
        };
    }
}
