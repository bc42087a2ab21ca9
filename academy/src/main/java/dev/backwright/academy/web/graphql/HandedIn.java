package dev.backwright.academy.web.graphql;

import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.submissions.Standing;
import dev.backwright.academy.submissions.Verdicts;
import dev.backwright.academy.submissions.Version;
import dev.backwright.judge.Report.CheckResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Submissions with what came of them: one question for all of a list.
@Component
@ForMany
final class HandedIn {

    private final Verdicts verdicts;

    HandedIn(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    /// As the schema has it.
    public record Submission(
            UUID id,
            String lab,
            int version,
            String kind,
            String createdAt,
            String state,
            @Nullable String verdict,
            int unjudged,
            @Nullable Report report) {

        static Submission of(Version version, Optional<Standing> standing) {
            var report = standing.map(Standing::report).map(Report::of);
            return new Submission(
                    version.id(),
                    version.lab().toString(),
                    version.number(),
                    word(version.kind()),
                    version.createdAt().toString(),
                    standing.map(Standing::word).orElse("kept"),
                    standing.filter(Standing::done)
                            .flatMap(it -> report)
                            .map(Report::verdict)
                            .orElse(null),
                    standing.map(Standing::unjudged).orElse(0),
                    report.orElse(null));
        }
    }

    public record Report(String verdict, List<Check> checks) {

        static Report of(dev.backwright.judge.Report report) {
            return new Report(
                    word(report.verdict()), report.checks().stream().map(Check::of).toList());
        }
    }

    public record Check(
            String id,
            String title,
            String outcome,
            @Nullable String blockedBy,
            @Nullable String message) {

        static Check of(CheckResult check) {
            return new Check(
                    check.id(),
                    check.title(),
                    word(check.outcome()).replace('_', '-'),
                    check.blockedBy(),
                    check.message());
        }
    }

    List<Submission> of(List<Version> versions) {
        var standings = verdicts.standings(versions.stream().map(Version::id).toList());
        return versions.stream()
                .map(it -> Submission.of(it, Optional.ofNullable(standings.get(it.id()))))
                .toList();
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
