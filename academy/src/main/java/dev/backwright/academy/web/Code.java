package dev.backwright.academy.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Code as it is shown: cut into words of a language's grammar, each with the letter of its colour. A light that helps reading,
/// no parser: what it does not know stays ink.
public final class Code {

    /// A piece of code and its style: `k` key word, `f` function, `n` number, `s` string, `c` comment, empty for the rest.
    public record Word(String style, String text) {}

    private static final Set<String> JS_KEYS =
            Set.of(
                    ("async await break case catch class const continue debugger default delete do else export"
                                    + " extends false finally for from function get if import in instanceof let new null of"
                                    + " return set static super switch this throw true try typeof undefined var void while"
                                    + " yield")
                            .split(" "));
    private static final Set<String> SQL_KEYS =
            Set.of(
                    ("add all alter analyze and any as asc begin between by case check column commit committed"
                                    + " conflict constraint create cross database default delete desc distinct do drop else end"
                                    + " exists explain false first foreign for from full function group having if in index inner"
                                    + " insert into is isolation join key lateral left level like limit lock not null nulls"
                                    + " offset on only or order outer over partition primary read recursive references release"
                                    + " repeatable returning right rollback savepoint select serializable set share skip start"
                                    + " table then to transaction trigger true truncate union unique update using values view"
                                    + " when where window with")
                            .split(" "));

    private static final Set<String> JSON_KEYS = Set.of("true", "false", "null");

    private static final Pattern JS =
            Pattern.compile(
                    "(?<c>//[^\\n]*|/\\*.*?(?:\\*/|\\z))"
                            + "|(?<s>\"(?:[^\"\\\\\\n]|\\\\.)*+\"?|'(?:[^'\\\\\\n]|\\\\.)*+'?|`(?:[^`\\\\]|\\\\.)*+`?)"
                            + "|(?<n>\\b(?:0[xXbBoO][\\da-fA-F_]+n?|\\d[\\d_]*(?:\\.\\d+)?(?:[eE][-+]?\\d+)?n?)\\b)"
                            + "|(?<call>[A-Za-z_$][\\w$]*+(?=\\s*+\\())|(?<w>[A-Za-z_$#][\\w$]*+)",
                    Pattern.DOTALL);
    private static final Pattern SQL =
            Pattern.compile(
                    "(?<c>--[^\\n]*|/\\*.*?(?:\\*/|\\z))|(?<s>'(?:[^']|'')*+'?)"
                            + "|(?<n>\\$\\d+|\\b\\d+(?:\\.\\d+)?\\b)"
                            + "|(?<call>[A-Za-z_]\\w*+(?=\\())|(?<w>[A-Za-z_]\\w*+)",
                    Pattern.DOTALL);
    private static final Pattern JSON =
            Pattern.compile(
                    "(?<call>\"(?:[^\"\\\\\\n]|\\\\.)*+\"(?=\\s*+:))|(?<s>\"(?:[^\"\\\\\\n]|\\\\.)*+\"?)"
                            + "|(?<n>-?\\b\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?\\b)|(?<c>(?!))|(?<w>[a-z]+)");
    private static final Pattern HASHED =
            Pattern.compile(
                    "(?<c>(?<![^\\s])#[^\\n]*)|(?<s>\"(?:[^\"\\\\\\n]|\\\\.)*+\"?|'[^'\\n]*+'?)"
                            + "|(?<n>\\b\\d+(?:\\.\\d+)?\\b)|(?<call>^\\s*+[\\w.-]++(?=:))|(?<w>\\w++)",
                    Pattern.MULTILINE);

    /// What a language is cut by.
    private record Grammar(Pattern words, Set<String> keys, boolean foldsCase) {

        /// The style of what was found.
        String style(Matcher found) {
            for (var plain : List.of("c", "s", "n")) {
                if (found.group(plain) != null) {
                    return plain;
                }
            }
            var word = foldsCase ? found.group().toLowerCase(Locale.ROOT) : found.group();
            if (keys.contains(word)) {
                return "k";
            }
            return found.group("call") == null ? "" : "f";
        }
    }

    private Code() {}

    /// Cuts code of a language (`js`, `ts`, `json`, `sql`, `yaml`, `sh`); any other is one piece.
    public static List<Word> words(String language, String code) {
        var grammar = grammar(language);
        return grammar.isEmpty() ? List.of(new Word("", code)) : words(grammar.get(), code);
    }

    private static Optional<Grammar> grammar(String language) {
        return switch (language) {
            case "js", "mjs", "cjs", "javascript", "ts", "typescript" ->
                    Optional.of(new Grammar(JS, JS_KEYS, false));
            case "sql" -> Optional.of(new Grammar(SQL, SQL_KEYS, true));
            case "json" -> Optional.of(new Grammar(JSON, JSON_KEYS, false));
            case "yaml", "yml", "sh", "bash", "shell", "env" ->
                    Optional.of(new Grammar(HASHED, Set.of(), false));
            default -> Optional.empty();
        };
    }

    /// The language of a file by its name.
    public static String language(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(dot + 1);
    }

    private static List<Word> words(Grammar grammar, String code) {
        var words = new ArrayList<Word>();
        var matcher = grammar.words().matcher(code);
        int from = 0;
        while (matcher.find()) {
            var style = grammar.style(matcher);
            if (!style.isEmpty()) {
                add(words, "", code.substring(from, matcher.start()));
                add(words, style, matcher.group());
                from = matcher.end();
            }
        }
        add(words, "", code.substring(from));
        return words;
    }

    private static void add(List<Word> words, String style, String text) {
        if (!text.isEmpty()) {
            words.add(new Word(style, text));
        }
    }
}
