package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Snippet;
import dev.backwright.academy.cohorts.TermBook;
import dev.backwright.academy.progress.Learning;
import dev.backwright.academy.submissions.FilesDigest;
import dev.backwright.academy.submissions.Standing;
import dev.backwright.academy.submissions.Submissions;
import dev.backwright.academy.submissions.Verdicts;
import dev.backwright.academy.submissions.Version;
import dev.backwright.academy.submissions.VersionLines;
import dev.backwright.judge.Lab;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What of a lab's page depends on what its learner did: the lesson with what was predicted, the result, the versions.
@Component
final class LabRoom {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final int SHOWN = 50;

    private final Submissions submissions;
    private final Verdicts verdicts;
    private final Progress progress;
    private final ResultPanes panes;

    LabRoom(Submissions submissions, Verdicts verdicts, Progress progress, ResultPanes panes) {
        this.submissions = submissions;
        this.verdicts = verdicts;
        this.progress = progress;
        this.panes = panes;
    }

    /// How far a learner is, and what is asked of them.
    @Component
    record Progress(Learning learning, TermBook terms, VersionLines lines, Clock clock) {}

    Lesson lesson(Learner learner, Lab lab) {
        var predicted =
                new Predicted(
                        "/api/labs/" + lab.id() + "/predictions",
                        progress.learning().predicted(learner, lab.id()));
        return Lessons.of(lab.lesson(), file -> Snippet.text(lab, file), predicted);
    }

    /// A lab that helps with another, and how far the learner is with it.
    LabPage.Help help(Learner learner, Lab lab) {
        var state = progress.learning().of(learner, lab.id()).state();
        return new LabPage.Help(lab.id(), lab.sheet().title(), LabState.valueOf(state.name()));
    }

    /// What the latest judged version came to.
    ResultPane latest(Learner learner, Lab lab) {
        return submissions.of(learner, lab.id()).stream()
                .filter(Version::isJudged)
                .findFirst()
                .map(version -> result(lab, version))
                .orElseGet(() -> new ResultPane.Untried(lab.id(), lab.checks().size()));
    }

    /// What one of its learner's versions came to.
    ResultPane result(Lab lab, Version version) {
        var usual = verdicts.usualMillis(lab.id()).orElse(null);
        var standing = verdicts.standing(version.id());
        var report = standing.map(Standing::report).orElse(null);
        if (standing.isEmpty() || report == null || standing.get().running()) {
            return panes.working(lab, version, usual);
        }
        return panes.judged(lab, version, standing.get(), report, remarks(lab, version, usual));
    }

    private ResultPanes.Remarks remarks(Lab lab, Version version, @Nullable Double usual) {
        return new ResultPanes.Remarks(
                SECONDS.format(local(version.createdAt())),
                isStarter(lab, version),
                progress.learning().of(version.learner(), lab.id()).clean(),
                usual);
    }

    LabPage.Standing standing(Learner learner, Lab lab) {
        var far = progress.learning().of(learner, lab.id());
        var versions =
                progress.lines().of(learner, lab, SHOWN).stream().map(LabRoom::version).toList();
        var terms = progress.terms().terms(learner, lab.id());
        var now = progress.clock().instant();
        return new LabPage.Standing(
                versions,
                far.passed(),
                far.solutionSeen(),
                terms.hidesSolution(now),
                TermWords.of(terms, now));
    }

    private static LabPage.Version version(VersionLines.Line line) {
        var version = line.version();
        return new LabPage.Version(
                version.number(),
                version.id().toString(),
                time(version.createdAt()),
                look(version, line.tally()),
                outcome(version, line.tally()),
                changed(line));
    }

    private static LabPage.Look look(Version version, VersionLines.@Nullable Tally tally) {
        if (!version.isJudged() || tally == null) {
            return LabPage.Look.WAITING;
        }
        return switch (tally.verdict()) {
            case PASSED -> LabPage.Look.OK;
            case FAILED -> LabPage.Look.NO;
            case UNJUDGED -> LabPage.Look.UNJUDGED;
        };
    }

    private static String outcome(Version version, VersionLines.@Nullable Tally tally) {
        if (!version.isJudged()) {
            return "put aside";
        }
        if (tally == null) {
            return "waiting";
        }
        return switch (tally.verdict()) {
            case PASSED -> "passed";
            case UNJUDGED -> "unjudged";
            case FAILED -> tally.holding() + " of " + tally.checks();
        };
    }

    /// Which files differ from the version before, or from the starter.
    private static String changed(VersionLines.Line line) {
        if (line.isStarter()) {
            return "the starter";
        }
        return line.changed().isEmpty() ? "nothing" : String.join(", ", line.changed());
    }

    /// A page sends what may be edited; the starter may hold more.
    private boolean isStarter(Lab lab, Version version) {
        return FilesDigest.of(lab.merge(submissions.files(version)))
                .equals(FilesDigest.of(lab.starter()));
    }

    private static String time(Instant at) {
        var local = local(at);
        return (local.toLocalDate().equals(LocalDate.now(local.getZone())) ? MINUTES : DAY)
                .format(local);
    }

    private static java.time.ZonedDateTime local(Instant at) {
        return at.atZone(ZoneId.systemDefault());
    }
}
