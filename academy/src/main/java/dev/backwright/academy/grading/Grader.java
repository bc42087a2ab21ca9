package dev.backwright.academy.grading;

import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.submissions.Judging;
import dev.backwright.academy.submissions.Version;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Progress;
import dev.backwright.judge.Report;
import dev.backwright.judge.Submission;
import dev.backwright.judge.Unjudged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Has submissions judged in this process. Whatever goes wrong on our side makes a report that says `unjudged`; so does
/// any failure that was found while this machine was hindered, since nobody knows whose it is.
@Component
final class Grader implements Judging {

    private static final Logger LOG = LoggerFactory.getLogger(Grader.class);
    private static final FileTree NO_FILES = new FileTree(new TreeMap<>());

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
        return Unjudged.waits(submission(version, NO_FILES), catalog.lab(version.lab()), why);
    }

    @Override
    public Report judge(Version version, FileTree files) {
        var progress = atWork.follow(version);
        try {
            return unhindered(version, judged(version, files, progress, version.createdAt()));
        } finally {
            atWork.leave(version.id());
        }
    }

    @Override
    public Report again(Version version, FileTree files, Instant since) {
        return unhindered(version, judged(version, files, Progress.NONE, since));
    }

    private Report unhindered(Version version, Report report) {
        if (report.verdict() != Report.Verdict.PASSED && room.isClosing()) {
            throw new IllegalStateException("the academy is closing"); // for the next start
        }
        return report.verdict() == Report.Verdict.PASSED
                ? report
                : room.hindrance().map(why -> unjudged(version, why)).orElse(report);
    }

    private Report judged(Version version, FileTree files, Progress progress, Instant since) {
        var queued = Duration.between(since, clock.instant());
        var lab = catalog.lab(version.lab());
        try {
            var report = room.judge().judge(submission(version, files), progress);
            return believed(report.withQueued(queued.toNanos() / 1e6), lab);
        } catch (RuntimeException e) {
            if (room.isClosing()) {
                throw e; // stays in the queue for the next start
            }
            var report = Unjudged.byOurFault(submission(version, NO_FILES), lab, e);
            LOG.error("Incident {}: the judge threw", report.incident(), e);
            return report;
        }
    }

    private Submission submission(Version version, FileTree files) {
        return new Submission(
                version.id().toString(),
                catalog.lab(version.lab()).id(),
                files,
                version.seed(),
                version.attempt());
    }

    @Override
    public void written(Version version, Report report, boolean last) {
        events.tell(new LiveEvent.Written(version, last));
    }

    private static Report believed(Report report, Lab lab) {
        var broken = ReportRules.broken(report, lab);
        if (!broken.isEmpty()) {
            throw new IllegalStateException("the judge's report is wrong: " + broken);
        }
        return report;
    }
}
