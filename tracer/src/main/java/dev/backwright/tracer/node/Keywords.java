package dev.backwright.tracer.node;

import java.util.Set;

/// The words that are never a name.
final class Keywords {

    private static final Set<String> WORDS =
            Set.of(
                    "break",
                    "case",
                    "catch",
                    "class",
                    "const",
                    "continue",
                    "debugger",
                    "default",
                    "delete",
                    "do",
                    "else",
                    "enum",
                    "export",
                    "extends",
                    "false",
                    "finally",
                    "for",
                    "function",
                    "if",
                    "import",
                    "in",
                    "instanceof",
                    "new",
                    "null",
                    "return",
                    "super",
                    "switch",
                    "this",
                    "throw",
                    "true",
                    "try",
                    "typeof",
                    "var",
                    "void",
                    "while",
                    "with");

    private Keywords() {}

    static boolean isKeyword(String word) {
        return WORDS.contains(word);
    }
}
