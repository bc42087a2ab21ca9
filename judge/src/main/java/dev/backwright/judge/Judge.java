package dev.backwright.judge;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Judges submissions. Safe for many threads: submissions judged side by side share nothing.
public interface Judge extends AutoCloseable {

    /// Opens a judge: finds the strongest isolation that works here; services start when first needed.
    ///
    /// @throws JudgeException when this machine cannot judge, and what to do about it
    static Judge open(JudgeSettings settings) {
        return WorkingJudge.open(settings);
    }

    /// A judge that is opened anew, with new sandboxes and services, after a fault of ours: what is tried again is tried on a
    /// fresh bench. What others have under way on the old one goes on there.
    ///
    /// @throws JudgeException when the first cannot be opened
    static Judge renewed(Supplier<Judge> opener) {
        return RenewedJudge.open(opener);
    }

    /// What a judge with these settings would judge on; reads no course and starts nothing that stays.
    ///
    /// @throws JudgeException when this machine cannot judge, and what to do about it
    static Machine machine(JudgeSettings settings) {
        try (var workshop = WorkingJudge.workshop(settings.withReady(0))) {
            return WorkingJudge.machine(workshop);
        }
    }

    /// Brings lab and submission together and says what was found. A submission that fails is a report;
    /// what the judge itself could not do makes the checks concerned `unjudged`.
    Report judge(Submission submission, Progress progress);

    /// Why nothing it found now would be worth anything, in a sentence that says what to do; nothing while all is well.
    Optional<String> hindrance();

    /// Somebody works on this lab: what its checks will ask for is made ready meanwhile. Returns at once.
    void expect(LabId lab);

    /// How many sandboxes stand ready at this moment.
    int ready();

    /// Runs a submission's own program or server without judging it.
    LiveRun run(Lab lab, FileTree files, Consumer<LiveRun.Event> listener);

    /// Runs `node main` among these files, which belong to no lab.
    LiveRun run(FileTree files, String main, Consumer<LiveRun.Event> listener);

    /// What it judges on.
    Machine machine();

    @Override
    void close();
}
