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

    /// A message that needs nothing but what it says: `$1` is the first group.
    Rules say(String pattern, String replacement) {
        return when(
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
