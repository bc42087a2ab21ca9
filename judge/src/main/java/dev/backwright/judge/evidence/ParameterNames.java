package dev.backwright.judge.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which column each parameter of a SQL statement is for, as far as its text tells: `where email = $1`,
/// `set email = ?`, `insert into person (email, password) values ($1, $2)`. Helps to mask and to read; no parser.
final class ParameterNames {

    private static final Pattern TOKEN =
            Pattern.compile("'[^']*+'?|\"[^\"]*+\"?|`[^`]*+`?|\\$\\d{1,4}+|\\?|\\w++|[^\\s\\w]");

    private final Map<Integer, String> names = new HashMap<>();
    private final List<String> columns = new ArrayList<>();
    private String word = "";
    private boolean inserting;
    private boolean compared;
    private int depth;
    private int column;
    private int questions;
    private Part part = Part.ELSEWHERE;

    private enum Part {
        ELSEWHERE,
        COLUMNS,
        VALUES
    }

    private ParameterNames() {}

    /// Number of the parameter, from 1, to the column's name.
    static Map<Integer, String> of(String sql) {
        var names = new ParameterNames();
        Matcher token = TOKEN.matcher(sql);
        while (token.find()) {
            names.read(token.group());
        }
        return names.names;
    }

    private void read(String token) {
        char first = token.charAt(0);
        if (first == '$' && token.length() > 1) {
            parameter(Integer.parseInt(token.substring(1)));
        } else if (first == '?') {
            parameter(++questions);
        } else if (Character.isLetterOrDigit(first) || "_\"`".indexOf(first) >= 0) {
            word(bare(token));
        } else {
            sign(first);
        }
    }

    private static String bare(String token) {
        return "\"`".indexOf(token.charAt(0)) < 0 ? token : token.replaceAll("[\"`]", "");
    }

    private void parameter(int number) {
        if (part == Part.VALUES && column < columns.size()) {
            names.putIfAbsent(number, columns.get(column));
        } else if (compared) {
            names.putIfAbsent(number, word);
        }
    }

    private void word(String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "insert" -> inserting = true;
            case "values" -> {
                part = Part.VALUES;
                depth = 0;
            }
            case "like", "ilike" -> compared = true;
            case "on", "returning", "select" -> part = Part.ELSEWHERE;
            default -> {
                word = text;
                compared = false;
                if (part == Part.COLUMNS) {
                    columns.add(text);
                }
            }
        }
    }

    private void sign(char sign) {
        switch (sign) {
            case '(' -> opened();
            case ')' -> closed();
            case ',' -> column += depth == 1 ? 1 : 0;
            case '=' -> compared = true;
            default -> compared &= "<>!".indexOf(sign) >= 0;
        }
    }

    private void opened() {
        if (inserting && columns.isEmpty()) {
            part = Part.COLUMNS;
        }
        if (++depth == 1) {
            column = 0;
        }
    }

    private void closed() {
        depth--;
        if (part == Part.COLUMNS) {
            part = Part.ELSEWHERE;
        }
    }
}
