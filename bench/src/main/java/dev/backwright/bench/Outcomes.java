package dev.backwright.bench;

import dev.backwright.judge.Report;
import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What became of each check, by id.
record Outcomes(Map<String, Outcome> byCheck) {

    static Outcomes of(Report report) {
        return new Outcomes(
                report.checks().stream()
                        .collect(
                                Collectors.toMap(
                                        CheckResult::id,
                                        CheckResult::outcome,
                                        (one, other) -> other,
                                        TreeMap::new)));
    }

    /// Where they differ from what an answer names; empty where they do not. What cannot be judged on this machine differs from
    /// nothing.
    String differences(Answer answer) {
        return byCheck.entrySet().stream()
                .filter(each -> each.getValue() != Outcome.NOT_JUDGED_HERE)
                .filter(each -> each.getValue() != named(answer, each.getKey()))
                .map(each -> difference(each.getKey(), word(named(answer, each.getKey()))))
                .collect(Collectors.joining("; "));
    }

    private static Outcome named(Answer answer, String check) {
        if (answer.fails().contains(check)) {
            return Outcome.FAILED;
        }
        return answer.blocks().contains(check) ? Outcome.BLOCKED : Outcome.PASSED;
    }

    /// Where they differ from earlier ones, written as [#text] does; empty where they do not.
    String differences(String earlier) {
        Set<String> before = Set.of(earlier.split(" "));
        return byCheck.keySet().stream()
                .filter(check -> !before.contains(pair(check)))
                .map(check -> difference(check, found(before, check)))
                .collect(Collectors.joining("; "));
    }

    private static String found(Set<String> before, String check) {
        return before.stream()
                .filter(pair -> pair.startsWith(check + "="))
                .map(pair -> pair.substring(check.length() + 1))
                .findFirst()
                .orElse("nothing");
    }

    private String difference(String check, String expected) {
        return check + " " + expected + " → " + word(byCheck.getOrDefault(check, Outcome.UNJUDGED));
    }

    /// `keeps=passed refuses=failed`
    String text() {
        return byCheck.keySet().stream().map(this::pair).collect(Collectors.joining(" "));
    }

    private String pair(String check) {
        return check + "=" + word(byCheck.getOrDefault(check, Outcome.UNJUDGED));
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
