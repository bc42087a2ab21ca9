package dev.backwright.cli.shown;

import dev.backwright.judge.Report;
import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A report in words: the verdict first, then the checks in their order, a failed one with its evidence.
public final class ReportText {

    private static final String INDENT = "     ";
    private static final String HINTS =
            "The academy has hints for what failed, from gentle to plain: open this lab there.";

    private static final String REPORT = "./backwright doctor says what this machine lacks.";

    private final Ink ink;
    private final int columns;
    private final StringBuilder out = new StringBuilder();

    private ReportText(Ink ink, int columns) {
        this.ink = ink;
        this.columns = columns - INDENT.length();
    }

    /// @param columns of the terminal; sentences and tables keep within them
    public static String of(Report report, Ink ink, int columns) {
        var text = new ReportText(ink, columns);
        text.write(report);
        return text.out.toString();
    }

    /// The verdict in one line, without colour.
    public static String verdict(Report report) {
        long all = report.checks().size();
        return switch (report.verdict()) {
            case PASSED ->
                    "Passed: %s hold%s."
                            .formatted(of(count(report, Outcome.PASSED), all), rest(report));
            case FAILED ->
                    "Not passed yet: %s hold.".formatted(of(count(report, Outcome.PASSED), all));
            case UNJUDGED ->
                    "Could not be judged: our fault. %s could not be looked at."
                            .formatted(of(count(report, Outcome.UNJUDGED), all));
        };
    }

    private static String rest(Report report) {
        long elsewhere = count(report, Outcome.NOT_JUDGED_HERE);
        return elsewhere == 0 ? "" : ", %d not judged on this machine".formatted(elsewhere);
    }

    private static String of(long some, long all) {
        return "%d of %d checks".formatted(some, all);
    }

    private static long count(Report report, Outcome outcome) {
        return report.checks().stream().filter(check -> check.outcome() == outcome).count();
    }

    private void write(Report report) {
        line(ink.verdict(report.verdict(), verdict(report)));
        line("");
        int width =
                report.checks().stream().mapToInt(c -> word(c.outcome()).length()).max().orElse(0);
        report.checks().forEach(check -> check(report, check, width));
        line("");
        if (report.checks().stream().anyMatch(ReportText::hasHints)) {
            line(ink.soft(HINTS));
        }
        @Nullable String incident = report.incident();
        if (incident != null) {
            line(
                    "Incident %s, our fault. Check again; if it stays so, %s"
                            .formatted(Plain.line(incident), REPORT));
        }
        line(ink.soft(foot(report)));
    }

    private static boolean hasHints(CheckResult check) {
        return check.outcome() == Outcome.FAILED && check.hints() > 0;
    }

    private void check(Report report, CheckResult check, int width) {
        String word = word(check.outcome());
        String marked = mark(check.outcome()) + " " + word + " ".repeat(width - word.length());
        line(
                " %s  %s  %s"
                        .formatted(
                                ink.outcome(check.outcome(), marked),
                                Plain.line(check.title()),
                                ink.soft(millis(check.millis()))));
        switch (check.outcome()) {
            case PASSED -> {}
            case BLOCKED -> blocked(report, check);
            case FAILED -> failed(check);
            case UNJUDGED, NOT_JUDGED_HERE -> message(check);
        }
    }

    private void blocked(Report report, CheckResult check) {
        @Nullable String by = check.blockedBy();
        if (by == null || by.equals("start")) {
            indented(by == null ? "" : "waits for the program to start");
            return;
        }
        String title =
                report.checks().stream()
                        .filter(other -> other.id().equals(by))
                        .map(CheckResult::title)
                        .findFirst()
                        .orElse(by);
        indented(Wrap.text("waits for: " + Plain.line(title), columns));
    }

    private void failed(CheckResult check) {
        message(check);
        EvidenceText.of(check.evidence(), columns).forEach(this::indented);
        if (check.truncated()) {
            indented(ink.soft("There was more evidence than is kept."));
        }
        line("");
    }

    private void message(CheckResult check) {
        @Nullable String message = check.message();
        if (message != null) {
            indented(Wrap.text(Plain.text(message), columns));
        }
    }

    private static String foot(Report report) {
        var foot = new StringBuilder();
        for (Map.Entry<String, Double> phase : report.phases().entrySet()) {
            foot.append(phase.getKey()).append(' ').append(millis(phase.getValue())).append(" · ");
        }
        var runtime = report.runtime();
        foot.append("node ").append(runtime.node()).append(" · ").append(runtime.isolation());
        runtime.services().forEach((name, is) -> foot.append(" · %s %s".formatted(name, is)));
        return Plain.line(foot.append(" · seed ").append(report.seed()).toString());
    }

    private static String millis(double millis) {
        return millis >= 10_000
                ? String.format(Locale.ROOT, "%.1f s", millis / 1000)
                : String.format(Locale.ROOT, "%.0f ms", millis);
    }

    private static String mark(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "✓";
            case FAILED -> "✗";
            case BLOCKED -> "‖";
            case UNJUDGED, NOT_JUDGED_HERE -> "◌";
        };
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case BLOCKED -> "blocked";
            case UNJUDGED -> "not judged";
            case NOT_JUDGED_HERE -> "not judged here";
        };
    }

    private void indented(String block) {
        List.of(block.stripTrailing().split("\n", -1))
                .forEach(text -> line(text.isEmpty() ? "" : INDENT + text));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
