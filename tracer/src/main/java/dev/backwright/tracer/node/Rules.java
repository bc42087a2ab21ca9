package dev.backwright.tracer.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Messages by pattern: the first rule that has a text to give wins.
final class Rules {

    private record Rule(
            Pattern pattern, BiFunction<MatchResult, ThrownAt, Optional<String>> text) {}

    private final List<Rule> rules = new ArrayList<>();

    /// Rules for messages that need nothing but what they say, out of a file beside this class: a pattern, and below it, indented, the text; `$1` is the first group.
    static Rules read(String file) {
        var rules = new Rules();
        List<String> lines =
                Library.text(file)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            rules.say(lines.get(i), lines.get(i + 1).strip());
        }
        return rules;
    }

    private void say(String pattern, String replacement) {
        when(
                pattern,
                (match, thrown) ->
                        Optional.of(thrown.message().replaceFirst("(?s)" + pattern, replacement)));
    }

    Rules when(String pattern, BiFunction<MatchResult, ThrownAt, Optional<String>> text) {
        rules.add(new Rule(Pattern.compile(pattern, Pattern.DOTALL), text));
        return this;
    }

    Optional<String> corrected(ThrownAt thrown) {
        for (Rule rule : rules) {
            var matcher = rule.pattern().matcher(thrown.message());
            if (matcher.matches()) {
                Optional<String> text = rule.text().apply(matcher.toMatchResult(), thrown);
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }
}
