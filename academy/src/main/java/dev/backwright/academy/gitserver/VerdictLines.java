package dev.backwright.academy.gitserver;

import dev.backwright.academy.grading.AtWork;
import dev.backwright.academy.grading.LiveEvents;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import dev.backwright.academy.submissions.Standing;
import dev.backwright.academy.submissions.Verdicts;
import dev.backwright.academy.submissions.Version;
import dev.backwright.judge.Report;
import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells whoever pushed how judging goes on, until there is a verdict or two minutes are over.
@Component
@ForMany
final class VerdictLines {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// Within which a proxy between us should hear something.
    private static final Duration SILENCE = Duration.ofSeconds(20);

    /// Another academy's judge may have it, and that is not told here.
    private static final long LOOK_MILLIS = 2_000;

    private final LiveEvents events;
    private final AtWork atWork;
    private final Verdicts verdicts;
    private final Premises premises;
    private volatile boolean closing;

    VerdictLines(LiveEvents events, AtWork atWork, Verdicts verdicts, Premises premises) {
        this.events = events;
        this.atWork = atWork;
        this.verdicts = verdicts;
        this.premises = premises;
    }

    /// An end in order does not wait for verdicts.
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    void tell(Version version, Remote remote) throws IOException, InterruptedException {
        remote.say("Handed in as version %d of %s.".formatted(version.number(), version.lab()));
        var news = new Semaphore(0);
        try (var _ = events.listen(it -> it.version().id().equals(version.id()), news::release)) {
            follow(new Told(version, remote), news);
        }
        remote.say("%s/submissions/%s".formatted(premises.url(), version.id()));
    }

    private void follow(Told told, Semaphore news) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!told.whole()) {
            if (closing || System.nanoTime() > end) {
                told.say("There is no verdict yet; it will stand here:");
                return;
            }
            news.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            news.drainPermits();
        }
    }

    /// What of one version has been said.
    private final class Told {

        private final Version version;
        private final Remote remote;
        private final Map<String, Outcome> checks = new HashMap<>();
        private String phase = "";
        private long saidAt;

        Told(Version version, Remote remote) {
            this.version = version;
            this.remote = remote;
        }

        /// Says what is new.
        ///
        /// @return whether that was all
        boolean whole() throws IOException {
            var standing = verdicts.standing(version.id());
            var report = standing.filter(Standing::done).map(Standing::report);
            if (report.isPresent()) {
                checks(report.get().checks());
                say(verdict(report.get()));
                return true;
            }
            var now = atWork.on(version.id()); // what is there may be a moment ahead of the row
            phase(now.isPresent() || standing.filter(Standing::running).isPresent());
            checks(now.map(AtWork.Now::checked).orElse(List.of()));
            return standing.isEmpty();
        }

        private void phase(boolean running) throws IOException {
            var now = running ? "Judging …" : "Queued …";
            if (!now.equals(phase) || System.nanoTime() - saidAt > SILENCE.toNanos()) {
                phase = now;
                say(now);
            }
        }

        private void checks(List<CheckResult> results) throws IOException {
            for (var result : results) {
                if (checks.put(result.id(), result.outcome()) != result.outcome()) {
                    say(line(result));
                }
            }
        }

        void say(String line) throws IOException {
            saidAt = System.nanoTime();
            remote.say(line);
        }
    }

    static String line(CheckResult result) {
        var outcome =
                switch (result.outcome()) {
                    case PASSED -> "holds";
                    case FAILED -> "fails";
                    case BLOCKED -> "waits";
                    case UNJUDGED, NOT_JUDGED_HERE -> "open";
                };
        var message = result.outcome() == Outcome.PASSED ? null : result.message();
        var why = message == null ? "" : message.lines().findFirst().orElse("");
        return "  %s  %s%s".formatted(outcome, result.title(), why.isEmpty() ? "" : ": " + why);
    }

    private static String verdict(Report report) {
        long all = report.checks().size();
        long holding =
                report.checks().stream().filter(it -> it.outcome() == Outcome.PASSED).count();
        return switch (report.verdict()) {
            case PASSED -> "Passed: %d of %d checks hold.".formatted(holding, all);
            case FAILED -> "Not passed yet: %d of %d checks hold.".formatted(holding, all);
            case UNJUDGED -> "It could not be judged. That is our fault, and no attempt of yours.";
        };
    }
}
