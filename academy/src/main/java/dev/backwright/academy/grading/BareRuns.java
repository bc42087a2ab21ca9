package dev.backwright.academy.grading;

import dev.backwright.judge.FileTree;
import dev.backwright.judge.JudgeException;
import dev.backwright.judge.LiveRun;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/// Runs a program of no lab in real Node, in a sandbox, to its end.
@Component
public final class BareRuns {

    private final JudgeRoom room;

    BareRuns(JudgeRoom room) {
        this.room = room;
    }

    /// What it showed to the world.
    ///
    /// @param exit exit code; 128 + n after signal n
    /// @param ending `exit 0`, or the limit that ended it in words
    public record Finished(String out, String err, int exit, String ending) {}

    /// Whether this academy runs anybody's programs.
    public boolean areAllowed() {
        return room.isHere();
    }

    /// @throws dev.backwright.academy.platform.CannotAnswer where this academy runs nobody's programs
    public void requireAllowed() {
        room.requireHere();
    }

    /// @throws JudgeException when this machine cannot run anything now, or it was interrupted
    public Finished run(FileTree files, String main) {
        var out = new StringBuilder();
        var err = new StringBuilder();
        var ended = new AtomicReference<LiveRun.Event.Ended>();
        try (var run = room.judge().run(files, main, event -> hear(event, out, err, ended))) {
            run.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JudgeException("the run was interrupted", e);
        }
        var end = ended.get();
        if (end == null) {
            throw new JudgeException("how the program ended is not known");
        }
        return new Finished(out.toString(), err.toString(), end.exitCode(), end.ending());
    }

    private static void hear(
            LiveRun.Event event,
            StringBuilder out,
            StringBuilder err,
            AtomicReference<LiveRun.Event.Ended> ended) {
        switch (event) {
            case LiveRun.Event.Printed printed ->
                    (printed.error() ? err : out).append(printed.text());
            case LiveRun.Event.Ended end -> ended.set(end);
            case LiveRun.Event.Ready _ -> {}
        }
    }
}
