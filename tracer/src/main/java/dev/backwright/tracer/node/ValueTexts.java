package dev.backwright.tracer.node;

import java.util.Optional;

/// All errors that are neither the parser's nor about what a value is not.
final class ValueTexts {

    private static final Rules RULES = Rules.read("value-texts.txt");

    private ValueTexts() {}

    static Optional<String> corrected(ThrownAt thrown) {
        return RULES.corrected(thrown)
                .or(() -> ClassTexts.corrected(thrown))
                .or(() -> PropertyTexts.corrected(thrown))
                .or(() -> BuiltinTexts.corrected(thrown));
    }
}
