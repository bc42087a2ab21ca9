package dev.backwright.tracer.generated;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Values within values, for the console to print.
public final class PrintingPrograms {

    private static final int PRINTED = 14;
    private static final List<String> LEAVES =
            List.of(
                    "1",
                    "-0",
                    "3.25",
                    "12n",
                    "'a'",
                    "'it\\'s'",
                    "'two\\nlines'",
                    "'x'.repeat(60)",
                    "''",
                    "true",
                    "null",
                    "undefined",
                    "Symbol('q')",
                    "function named() {}",
                    "() => 1",
                    "class K {}",
                    "async () => {}",
                    "new Date(1e11)",
                    "/re/gi",
                    "Object(5)",
                    "new WeakSet()",
                    "Buffer.from('buf')",
                    "new Uint16Array([1, 2])",
                    "Promise.resolve(4)",
                    "Object.create(null)",
                    "new (class Point { x = 1 })()",
                    "[]",
                    "({})",
                    "new Map()",
                    "function* g() {}",
                    "[ , 1]",
                    "NaN");
    private static final List<String> KEYS =
            List.of(
                    "a",
                    "key",
                    "'with space'",
                    "12",
                    "[Symbol('k')]",
                    "longerPropertyName",
                    "'-'",
                    "$x");

    private final Lines lines;

    private PrintingPrograms(long seed) {
        lines = new Lines(new Random(seed));
    }

    /// A CommonJS program.
    public static String from(long seed) {
        return new PrintingPrograms(seed).program();
    }

    private String program() {
        for (int i = 0; i < PRINTED; i++) {
            lines.line("console.log(" + value(4) + ");");
        }
        return lines.text();
    }

    private String value(int depth) {
        if (depth == 0) {
            return lines.oneOf(LEAVES);
        }
        return switch (lines.upTo(8)) {
            case 0, 1 -> "{ " + members(depth) + " }";
            case 2, 3 -> "[" + items(depth) + "]";
            case 4 -> "new Map([" + pairs(depth) + "])";
            case 5 -> "new Set([" + items(depth) + "])";
            case 6 -> "Object.assign([" + items(depth) + "], { " + members(depth) + " })";
            default -> lines.oneOf(LEAVES);
        };
    }

    private String members(int depth) {
        return several(() -> lines.oneOf(KEYS) + ": " + value(depth - 1));
    }

    private String items(int depth) {
        return several(() -> value(depth - 1));
    }

    private String pairs(int depth) {
        return several(() -> "[" + lines.oneOf(LEAVES) + ", " + value(depth - 1) + "]");
    }

    private String several(Supplier<String> one) {
        return IntStream.range(0, lines.upTo(6))
                .mapToObj(_ -> one.get())
                .collect(Collectors.joining(", "));
    }
}
