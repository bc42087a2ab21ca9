package dev.backwright.academy.submissions;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Report;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// What learners hand in. A submission is stored whole, with the lab's digest, and queued in one transaction: either
/// it will be judged, or it was never taken.
public final class Submissions {

    private final Versions versions;
    private final Verdicts verdicts;
    private final JudgingQueue queue;
    private final TransactionTemplate transaction;

    Submissions(
            Versions versions,
            Verdicts verdicts,
            JudgingQueue queue,
            TransactionTemplate transaction) {
        this.versions = versions;
        this.verdicts = verdicts;
        this.queue = queue;
        this.transaction = transaction;
    }

    /// Stores files and queues them for the judge.
    public Version handIn(Learner learner, Lab lab, FileTree files) {
        return handIn(learner, lab, files, () -> {});
    }

    /// The same, with something that is done before it in its transaction: both, or neither.
    public Version handIn(Learner learner, Lab lab, FileTree files, Runnable before) {
        var version =
                inTransaction(() -> {
                    before.run();
                    return store(learner, lab, files);
                });
        queue.wake();
        return version;
    }

    /// Wants a transaction, and [#wake] after it.
    Version store(Learner learner, Lab lab, FileTree files) {
        var stored = versions.add(learner, lab, files, Version.Kind.CHECKED, Versions.anySeed());
        verdicts.expect(stored.id());
        queue.add(stored.id());
        return stored;
    }

    /// Lets judges look at once at what was queued.
    void wake() {
        queue.wake();
    }

    /// Stores files with the report that the command line made of them.
    public Version told(Learner learner, Lab lab, FileTree files, Report report) {
        return inTransaction(() -> {
            var stored = versions.add(learner, lab, files, Version.Kind.TOLD, report.seed());
            verdicts.told(stored.id(), as(report, stored));
            return stored;
        });
    }

    /// Queues whatever has no verdict and is not queued yet, such as what was imported.
    public void queueOpen() {
        verdicts.lost().forEach(queue::add);
        queue.wake();
    }

    /// Another's is not found.
    public Optional<Version> find(Learner learner, UUID submission) {
        return versions.find(learner, submission);
    }

    /// Whosever it is. For what judges say; a request asks with its learner.
    public Optional<Version> anybodys(UUID submission) {
        return versions.anybodys(submission);
    }

    /// The latest first.
    public List<Version> of(Learner learner, LabId lab) {
        return versions.of(learner, lab);
    }

    /// Those of all labs that were to be judged, the latest first.
    ///
    /// @param before older than this one; `null` from the latest on
    /// @param most so many at most
    public List<Version> latest(Learner learner, @Nullable Version before, int most) {
        return versions.latest(learner, before, most);
    }

    /// The same of some labs, the latest first, so many at most of each.
    ///
    /// @param before older than this one; `null` from the latest on
    public Map<LabId, List<Version>> latest(
            Learner learner, Set<LabId> labs, @Nullable Version before, int most) {
        return versions.latest(learner, labs, before, most).stream()
                .collect(Collectors.groupingBy(Version::lab));
    }

    public FileTree files(Version version) {
        return versions.files(version.id());
    }

    /// The report carries the id and the attempt that it has here.
    private static Report as(Report report, Version stored) {
        return report.filedAs(stored.id().toString(), stored.lab().toString(), stored.attempt());
    }

    private Version inTransaction(java.util.function.Supplier<Version> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
