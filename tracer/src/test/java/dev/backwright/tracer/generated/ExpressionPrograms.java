package dev.backwright.tracer.generated;

import java.util.List;
import java.util.Random;

/// Values of every type put together by every operator.
public final class ExpressionPrograms {

    private static final int EXPRESSIONS = 40;
    private static final List<String> VALUES =
            List.of(
                    "0",
                    "-0",
                    "1",
                    "-1.5",
                    "NaN",
                    "Infinity",
                    "2 ** 31",
                    "2 ** 53",
                    "1e21",
                    "0.1",
                    "''",
                    "'0'",
                    "' 12 '",
                    "'abc'",
                    "'1e3'",
                    "'0x1f'",
                    "'\\u{1F600}'",
                    "10n",
                    "-3n",
                    "0n",
                    "true",
                    "false",
                    "null",
                    "undefined",
                    "[]",
                    "[1]",
                    "[1, [2, 3]]",
                    "[,]",
                    "({})",
                    "({ valueOf: () => 7 })",
                    "({ toString: () => '8' })",
                    "new Date(5)",
                    "(() => 1)",
                    "Symbol('s')",
                    "/x/g",
                    "new Map([[1, 2]])",
                    "Object(1n)",
                    "({ [Symbol.toPrimitive]: (hint) => hint })",
                    "new Error('e').message");
    private static final List<String> BINARY =
            List.of(
                    "+",
                    "-",
                    "*",
                    "/",
                    "%",
                    "**",
                    "<<",
                    ">>",
                    ">>>",
                    "&",
                    "|",
                    "^",
                    "<",
                    ">",
                    "<=",
                    ">=",
                    "==",
                    "!=",
                    "===",
                    "!==",
                    "&&",
                    "||",
                    "in",
                    "instanceof");
    private static final List<String> UNARY =
            List.of(
                    "typeof %s",
                    "!%s",
                    "+%s",
                    "-%s",
                    "~%s",
                    "String(%s)",
                    "Number(%s)",
                    "Boolean(%s)",
                    "`${%s}`",
                    "[%s].join()",
                    "JSON.stringify(%s)",
                    "parseInt(%s)",
                    "parseFloat(%s)",
                    "Object.keys(%s)",
                    "Math.round(%s)",
                    "BigInt(%s)",
                    "Object.is(%s, -0)",
                    "Number.isInteger(%s)",
                    "(%s)?.length",
                    "[...%s]",
                    "Array.from(%s)",
                    "new Array(%s).length",
                    "isNaN(%s)",
                    "Object(%s)",
                    "Object.entries(%s)",
                    "(%s).toString()",
                    "[3, 1, 2].at(%s)",
                    "'abcdef'.slice(%s)",
                    "new Date(%s).getTime()",
                    "Number(%s).toString(16)",
                    "'x'.padEnd(%s)");

    private ExpressionPrograms() {}

    /// A CommonJS program that prints what each expression is, or how it fails.
    public static String from(long seed) {
        Lines lines = new Lines(new Random(seed));
        lines.line(
                "const show = (f) => { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } };");
        for (int i = 0; i < EXPRESSIONS; i++) {
            lines.line("show(() => " + expression(lines) + ");");
        }
        return lines.text();
    }

    private static String expression(Lines lines) {
        String value = lines.oneOf(VALUES);
        return lines.upTo(2) == 0
                ? lines.oneOf(UNARY).replace("%s", "(" + value + ")")
                : "(" + value + ") " + lines.oneOf(BINARY) + " (" + lines.oneOf(VALUES) + ")";
    }
}
