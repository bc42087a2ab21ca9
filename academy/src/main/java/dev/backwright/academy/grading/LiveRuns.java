package dev.backwright.academy.grading;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Lab;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Programs and servers that run for their author alone to look at: few at once, one per lab, ended when nobody looks.
@Component
final class LiveRuns implements AutoCloseable {

    static final int AT_ONCE = 4;

    private final Map<UUID, OpenRun> runs = new ConcurrentHashMap<>();
    private final JudgeRoom room;

    LiveRuns(JudgeRoom room) {
        this.room = room;
    }

    /// Starts one; what the learner ran of the same lab is ended first.
    UUID start(Learner learner, Lab lab, FileTree files) {
        var judge = room.judge();
        var run = new OpenRun(UUID.randomUUID(), learner, lab.id());
        synchronized (this) {
            of(learner).filter(it -> it.lab().equals(lab.id())).forEach(this::end);
            if (of(learner).count() >= AT_ONCE) {
                throw CannotAnswer.tooMany(
                        "%d programs run already. Stop one of them first.".formatted(AT_ONCE));
            }
            runs.put(run.id(), run);
        }
        try {
            run.begin(listener -> judge.run(lab, files, listener), this::end);
        } catch (RuntimeException e) {
            runs.remove(run.id());
            throw e;
        }
        return run.id();
    }

    private Stream<OpenRun> of(Learner learner) {
        return runs.values().stream().filter(run -> run.learner().equals(learner));
    }

    OpenRun find(Learner learner, UUID id) {
        return running(learner, id)
                .orElseThrow(() -> CannotAnswer.notFound("This run is over. Run it again."));
    }

    /// Ends it, where it still runs.
    void end(Learner learner, UUID id) {
        running(learner, id).ifPresent(this::end);
    }

    private Optional<OpenRun> running(Learner learner, UUID id) {
        return Optional.ofNullable(runs.get(id)).filter(run -> run.learner().equals(learner));
    }

    private void end(OpenRun run) {
        runs.remove(run.id());
        run.close();
    }

    @Override
    public void close() {
        runs.values().forEach(this::end);
    }
}
