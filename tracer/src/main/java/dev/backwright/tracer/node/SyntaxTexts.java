package dev.backwright.tracer.node;

import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;

/// Errors of the parser. GraalJS says what it expected, V8 what it did not: mostly the same token.
final class SyntaxTexts {

    private static final Rules RULES =
            new Rules()
                    .say(
                            ".*Variable \"(.*)\" has already been declared.*",
                            "Identifier '$1' has already been declared")
                    .say(".*Duplicate Label \"(.*)\".*", "Label '$1' has already been declared")
                    .say(
                            ".*Missing assignment to constant .*",
                            "Missing initializer in const declaration")
                    .say(
                            ".*Missing assignment in destructuring.*",
                            "Missing initializer in destructuring declaration")
                    .when(".*Missing close quote.*", SyntaxTexts::unclosed)
                    .say(
                            ".*Expected \\) but found ,.*",
                            "Rest parameter must be last formal parameter")
                    .say(
                            ".*(?:Missing space after numeric literal|Missing digit after|Illegal character in identifier).*",
                            "Invalid or unexpected token")
                    .say(
                            ".*Expected an operand but found (?:import).*",
                            "Cannot use import statement outside a module")
                    .say(
                            ".*Cannot use import.meta outside a module.*",
                            "Cannot use 'import.meta' outside a module")
                    .say(
                            ".*Expected an operand but found super.*|.*invalid use of keyword super.*",
                            "'super' keyword unexpected here")
                    .say(".*Expected an operand but found error.*", "Invalid or unexpected token")
                    .say(".*Expected an operand but found eol.*", "Illegal newline after throw")
                    .say(
                            ".*Expected an operand but found /.*",
                            "Invalid regular expression: missing /")
                    .say(
                            ".*Expected ident but found \\(.*",
                            "Function statements require a function name")
                    .when(".*Expected (?:,|comma|, or \\)) but found (.*)", SyntaxTexts::inList)
                    .say(
                            ".*Expected statement but found let declaration.*",
                            "Lexical declaration cannot appear in a single-statement context")
                    .say(
                            ".*Expected statement but found (const|class) declaration.*",
                            "Unexpected token '$1'")
                    .say(
                            ".*Expected statement but found generator.*",
                            "Generators can only be declared at the top level or inside a block.")
                    .say(
                            ".*Expected statement but found function.*",
                            "In non-strict mode code, functions can only be declared at top level, inside a block, or as the body of an if statement.")
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
                            ".*(?:[Ee]xpected .* but found) (.*)",
                            (match, thrown) -> Optional.of(unexpected(match.group(1))))
                    .say(
                            ".*Illegal continue statement.*",
                            "Illegal continue statement: no surrounding iteration statement")
                    .say(".*Undefined Label \"([\\w$]+)\".*", "Undefined label '$1'")
                    .say(
                            ".*Class contains more than one constructor.*",
                            "A class may only have one constructor")
                    .say(
                            ".*Class constructor must not be an? (?:accessor|getter|setter).*",
                            "Class constructor may not be an accessor")
                    .when(
                            ".*Private field must be declared.*|.*found private_ident.*",
                            (match, thrown) ->
                                    Optional.of(
                                            "Private field '"
                                                    + nextToken(thrown)
                                                    + "' must be declared in an enclosing class"))
                    .say(
                            ".*unexpected node in BindingPattern.*",
                            "Invalid destructuring assignment target")
                    .when(".*Invalid left hand side for assignment.*", SyntaxTexts::leftSide)
                    .say(
                            ".*(?:expected|invalid) arrow function parameter.*",
                            "Invalid destructuring assignment target")
                    .say(
                            ".*fields? named constructor.*",
                            "Classes may not have a field named 'constructor'")
                    .say(
                            ".*[Ss]tatic class method must not be named prototype.*",
                            "Classes may not have a static property named 'prototype'")
                    .say(
                            ".*Class constructor must not be (an? .*?)",
                            "Class constructor may not be $1")
                    .say(".*Invalid hex digit.*", "Invalid Unicode escape sequence")
                    .say(
                            ".*Expected } after expression in template literal.*",
                            "Unexpected end of input")
                    .say(".*Invalid left side value of for.*", "Invalid left-hand side in for-loop")
                    .say(
                            ".*\"with\" statement cannot be used in strict mode.*",
                            "Strict mode code may not include a with statement")
                    .say(
                            ".*cannot use octal value in strict mode.*",
                            "Octal literals are not allowed in strict mode.")
                    .say(
                            ".*cannot delete identifier .* in strict mode.*",
                            "Delete of an unqualified identifier in strict mode.")
                    .say(
                            ".*\"(?:eval|arguments)\" cannot be used as .* in strict mode.*",
                            "Unexpected eval or arguments in strict mode")
                    .say(
                            ".*cannot have duplicate parameter name.*",
                            "Duplicate parameter name not allowed in this context")
                    .say(
                            ".*Illegal use strict directive in function with non-simple.*",
                            "Illegal 'use strict' directive in function with non-simple parameter list")
                    .say(
                            ".*Switch already has default case.*",
                            "More than one default clause in switch statement")
                    .say(
                            ".*Only one variable allowed in for..(of|in) loop.*",
                            "Invalid left-hand side in for-$1 loop: Must have a single binding.")
                    .say(
                            ".*for..(of|in) loop declaration must not have an initializer.*",
                            "for-$1 loop variable declaration may not have an initializer.")
                    .say(".*Cannot use for await outside.*", "Unexpected reserved word")
                    .say(
                            ".*Invalid shorthand property name initializer.*",
                            "Invalid shorthand property initializer")
                    .say(
                            ".*Unexpected element after rest element.*",
                            "Rest element must be last element")
                    .say(
                            ".*nullish coalescing operator cannot immediately.*",
                            "Unexpected token '??'")
                    .say(
                            ".*Unexpected token: \\*\\*.*",
                            "Unary operator used immediately before exponentiation expression. Parenthesis must be used to disambiguate operator precedence")
                    .say(
                            ".*Unexpected token: \\?\\..*",
                            "Invalid optional chain from new expression")
                    .say("(Cannot convert .* to a BigInt)\\.", "$1")
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

    private static Optional<String> unclosed(MatchResult match, ThrownAt thrown) {
        return Optional.of(
                thrown.from().stripLeading().startsWith("`")
                        ? "Unterminated template literal"
                        : "Invalid or unexpected token");
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
