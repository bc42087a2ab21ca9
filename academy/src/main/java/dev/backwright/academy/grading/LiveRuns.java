package dev.backwright.academy.grading;

import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Lab;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Programs and servers that run for their author to look at: few at once, one per lab, ended when nobody looks.
@Component
final class LiveRuns implements AutoCloseable {

    static final int AT_ONCE = 4;

    private final Map<UUID, OpenRun> runs = new ConcurrentHashMap<>();
    private final JudgeRoom room;

    LiveRuns(JudgeRoom room) {
        this.room = room;
    }

    /// Starts one; what ran of the same lab is ended first.
    UUID start(Lab lab, FileTree files) {
        var judge = room.judge();
        var id = UUID.randomUUID();
        synchronized (this) {
            runs.values().stream().filter(run -> run.lab().equals(lab.id())).forEach(this::end);
            if (runs.size() >= AT_ONCE) {
                throw CannotAnswer.tooMany(
                        "%d programs run already. Stop one of them first.".formatted(AT_ONCE));
            }
            runs.put(id, new OpenRun(id, lab.id()));
        }
        try {
            find(id).begin(listener -> judge.run(lab, files, listener), this::end);
        } catch (RuntimeException e) {
            runs.remove(id);
            throw e;
        }
        return id;
    }

    OpenRun find(UUID id) {
        var run = runs.get(id);
        if (run == null) {
            throw CannotAnswer.notFound("This run is over. Run it again.");
        }
        return run;
    }

    /// Ends it, where it still runs.
    void end(UUID id) {
        var run = runs.get(id);
        if (run != null) {
            end(run);
        }
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
