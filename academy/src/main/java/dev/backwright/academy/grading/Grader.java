package dev.backwright.academy.grading;

import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.submissions.Judging;
import dev.backwright.academy.submissions.Version;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Report;
import dev.backwright.judge.Submission;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Has submissions judged in this process. Whatever goes wrong on our side makes a report that says `unjudged`; so does
/// any failure that was found while this machine was hindered, since nobody knows whose it is.
@Component
final class Grader implements Judging {

    private static final Logger LOG = LoggerFactory.getLogger(Grader.class);

    private final Catalog catalog;
    private final JudgeRoom room;
    private final AtWork atWork;
    private final LiveEvents events;
    private final Clock clock = Clock.systemUTC();

    Grader(Catalog catalog, JudgeRoom room, AtWork atWork, LiveEvents events) {
        this.catalog = catalog;
        this.room = room;
        this.atWork = atWork;
        this.events = events;
    }

    @Override
    public int places() {
        return Integer.getInteger(
                "backwright.judging.places", Runtime.getRuntime().availableProcessors());
    }

    @Override
    public Optional<String> hindrance() {
        return room.hindrance();
    }

    @Override
    public Report unjudged(Version version, String why) {
        return Unjudged.report(version, catalog.lab(version.lab()), why);
    }

    @Override
    public Report judge(Version version, FileTree files) {
        var report = judged(version, files);
        if (report.verdict() != Report.Verdict.PASSED && room.isClosing()) {
            throw new IllegalStateException("the academy is closing"); // for the next start
        }
        return report.verdict() == Report.Verdict.PASSED
                ? report
                : room.hindrance().map(why -> unjudged(version, why)).orElse(report);
    }

    private Report judged(Version version, FileTree files) {
        var queued = Duration.between(version.createdAt(), clock.instant());
        var lab = catalog.lab(version.lab());
        var progress = atWork.follow(version);
        try {
            var submission =
                    new Submission(
                            version.id().toString(),
                            lab.id(),
                            files,
                            version.seed(),
                            version.attempt());
            return believed(withQueued(room.judge().judge(submission, progress), queued), lab);
        } catch (RuntimeException e) {
            if (room.isClosing()) {
                throw e; // stays in the queue for the next start
            }
            LOG.error("Submission {} of {} could not be judged", version.id(), lab.id(), e);
            return unjudged(version, "We could not judge it: " + e.getMessage());
        } finally {
            atWork.leave(version.id());
        }
    }

    @Override
    public void written(Version version, Report report, boolean last) {
        events.tell(new LiveEvent.Written(version.lab(), version.id(), last));
    }

    private static Report believed(Report report, Lab lab) {
        var broken = ReportRules.broken(report, lab);
        if (!broken.isEmpty()) {
            throw new IllegalStateException("the judge's report is wrong: " + broken);
        }
        return report;
    }

    /// How long it waited is known here, not to the judge.
    private static Report withQueued(Report report, Duration queued) {
        var phases = new LinkedHashMap<String, Double>();
        phases.put("queued", Math.max(0, queued.toNanos() / 1e6));
        report.phases().forEach(phases::putIfAbsent);
        return new Report(
                report.schema(),
                report.submission(),
                report.lab(),
                report.labDigest(),
                report.judge(),
                report.seed(),
                report.attempt(),
                report.verdict(),
                report.checks(),
                phases,
                report.runtime());
    }
}
