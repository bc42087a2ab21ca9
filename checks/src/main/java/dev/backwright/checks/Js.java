package dev.backwright.checks;

/// Values of JavaScript that Java has no word for, to be compared with and handed over as arguments.
/// Whole Java numbers are numbers in JavaScript too; a `java.math.BigInteger` is a BigInt.
public enum Js {
    UNDEFINED,
    NAN,
    NEGATIVE_ZERO,
    INFINITY,
    NEGATIVE_INFINITY
}
