package dev.backwright.tracer.node;

import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;

/// Errors of the parser. GraalJS says what it expected, V8 what it did not: mostly the same token.
final class SyntaxTexts {

    private static final Rules RULES =
            Rules.read("syntax-texts.txt")
                    .when(".*Expected \\) but found .*", SyntaxTexts::getter)
                    .when(".*Missing close quote.*", SyntaxTexts::unclosed)
                    .when(".*Expected (?:,|comma|, or \\)) but found (.*)", SyntaxTexts::inList)
                    .when(
                            ".*Expected => but found .*",
                            (match, thrown) ->
                                    Optional.of(
                                            unexpected(
                                                    thrown.from().startsWith("...") ? "..." : ")")))
                    .when(
                            ".*expected BindingIdentifier or BindingPattern.*",
                            (match, thrown) -> Optional.of(unexpected(nextToken(thrown))))
                    .when(
                            ".*Private field must be declared.*|.*found private_ident.*",
                            (match, thrown) ->
                                    Optional.of(
                                            "Private field '"
                                                    + nextToken(thrown)
                                                    + "' must be declared in an enclosing class"))
                    .when(".*Expected ; but found \\d.*", SyntaxTexts::digit)
                    .when(
                            ".*(?:[Ee]xpected .* but found) (.*)",
                            (match, thrown) -> Optional.of(unexpected(match.group(1))))
                    .when(".*Invalid hex digit.*", SyntaxTexts::escape)
                    .when(".*Invalid left hand side for assignment.*", SyntaxTexts::leftSide)
                    .when(".*nullish coalescing operator cannot immediately.*", SyntaxTexts::mixed)
                    .when(
                            ".*Invalid regular expression flags.*",
                            (match, thrown) ->
                                    expressionOf(thrown, 1)
                                            .map(flags ->
                                                    "Invalid flags supplied to RegExp constructor '"
                                                            + flags
                                                            + "'"))
                    .when(
                            "(Unterminated .*|Quantifier without target|Multiple named capture groups.*|Unmatched .*|Lone .*|Invalid .*|Nothing to repeat.*)",
                            SyntaxTexts::regularExpression);

    private static final Set<String> STRICT =
            Set.of(
                    "implements",
                    "interface",
                    "package",
                    "private",
                    "protected",
                    "public",
                    "static",
                    "yield");

    private SyntaxTexts() {}

    static Optional<String> corrected(ThrownAt thrown) {
        return RULES.corrected(thrown);
    }

    private static Optional<String> inList(MatchResult match, ThrownAt thrown) {
        String token = match.group(1).strip();
        boolean call = Expressions.enclosing(thrown.before()) == '(';
        boolean named =
                thrown.before().matches("(?s).*(?:function\\s*\\*?\\s*[\\w$]*|=)\\s*\\([^()]*");
        String real = token.equals("ident") || token.equals("decimal") ? nextToken(thrown) : token;
        return Optional.of(call && !named ? "missing ) after argument list" : unexpected(real));
    }

    private static Optional<String> leftSide(MatchResult match, ThrownAt thrown) {
        if (thrown.before().stripTrailing().endsWith("++")
                || thrown.before().stripTrailing().endsWith("--")) {
            return Optional.of("Invalid left-hand side expression in prefix operation");
        }
        boolean postfix = thrown.from().matches("(?s)[^=;\\n]*(?:\\+\\+|--).*");
        return Optional.of(
                postfix
                        ? "Invalid left-hand side expression in postfix operation"
                        : "Invalid left-hand side in assignment");
    }

    /// A digit that a binary or an octal number cannot have.
    private static Optional<String> digit(MatchResult match, ThrownAt thrown) {
        return thrown.before().matches("(?s).*\\b0[bBoO][0-7]+")
                ? Optional.of("Invalid or unexpected token")
                : Optional.empty();
    }

    private static Optional<String> escape(MatchResult match, ThrownAt thrown) {
        boolean tooLarge =
                (thrown.before() + thrown.from()).matches("(?s).*\\\\u\\{[0-9a-fA-F]{6,}.*");
        return Optional.of(
                tooLarge ? "Undefined Unicode code-point" : "Invalid Unicode escape sequence");
    }

    private static Optional<String> unclosed(MatchResult match, ThrownAt thrown) {
        long ticks = (thrown.before() + thrown.from()).chars().filter(c -> c == '`').count();
        return Optional.of(
                ticks % 2 == 1 ? "Unexpected end of input" : "Invalid or unexpected token");
    }

    /// The operator that came second.
    private static Optional<String> mixed(MatchResult match, ThrownAt thrown) {
        String text = thrown.before() + thrown.from();
        int coalescing = text.indexOf("??");
        int other = Math.max(text.indexOf("||"), text.indexOf("&&"));
        boolean otherIsSecond = coalescing >= 0 && coalescing < other;
        return Optional.of(unexpected(otherIsSecond ? text.substring(other, other + 2) : "??"));
    }

    private static Optional<String> getter(MatchResult match, ThrownAt thrown) {
        return thrown.before().matches("(?s).*\\bget\\s+[\\w$]+\\s*\\(\\s*")
                ? Optional.of("Getter must not have any formal parameters.")
                : Optional.empty();
    }

    /// The token at which the parser stopped.
    private static String nextToken(ThrownAt thrown) {
        var token =
                java.util.regex.Pattern.compile("\\s*(#?[\\w$]+|['\"`]|[^\\w\\s])")
                        .matcher(thrown.from());
        return token.lookingAt() ? token.group(1) : "eof";
    }

    private static Optional<String> regularExpression(MatchResult match, ThrownAt thrown) {
        String text =
                switch (match.group().split(" ", 2)[0]) {
                    case "Quantifier" -> "Nothing to repeat";
                    case "Multiple" -> "Duplicate capture group name";
                    default -> match.group();
                };
        return expressionOf(thrown, 0)
                .map(source -> "Invalid regular expression: /" + source + "/: " + text);
    }

    /// The argument of `new RegExp(…)` or of `/…/flags`, as it is written.
    private static Optional<String> expressionOf(ThrownAt thrown, int part) {
        var made =
                java.util.regex.Pattern.compile(
                                "(?s)(?:new\\s+)?RegExp\\(\\s*(['\"`])(.*?)\\1(?:\\s*,\\s*['\"`](.*?)['\"`])?\\s*\\)")
                        .matcher(thrown.text());
        return made.lookingAt() ? Optional.ofNullable(made.group(2 + part)) : Optional.empty();
    }

    private static String unexpected(String token) {
        if (token.equals("eof") || token.isEmpty()) {
            return "Unexpected end of input";
        }
        if (token.matches("\\.?\\d.*")) {
            return "Unexpected number";
        }
        if (token.matches("['\"].*")) {
            return "Unexpected string";
        }
        if (STRICT.contains(token)) {
            return "Unexpected strict mode reserved word";
        }
        if (token.equals("await") || token.equals("enum")) {
            return "Unexpected reserved word";
        }
        return token.matches("[\\p{L}_$][\\w$]*") && !Keywords.isKeyword(token)
                ? "Unexpected identifier '" + token + "'"
                : "Unexpected token '" + token + "'";
    }
}
