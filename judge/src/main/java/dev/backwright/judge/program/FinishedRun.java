package dev.backwright.judge.program;

import dev.backwright.checks.Program;
import dev.backwright.checks.Seen;
import dev.backwright.judge.seen.Sighting;
import java.util.List;
import java.util.Optional;

/// A script that ran to its end by itself.
record FinishedRun(Printed printed, int code, LeftFiles files) implements Program.Run {

    @Override
    public Seen exit() {
        return printed.seen("exit code of " + printed.command(), code);
    }

    @Override
    public Seen left() {
        return printed.seen("files that " + printed.command() + " left behind", files.added());
    }

    @Override
    public Seen file(String path) {
        return seen(path + " after " + printed.command(), files.text(Paths.plain(path)));
    }

    @Override
    public Seen size(String path) {
        return seen(
                "bytes of " + path + " after " + printed.command(), files.size(Paths.plain(path)));
    }

    private Seen seen(String what, Optional<?> value) {
        return value.map(there -> printed.seen(what, there))
                .orElseGet(() -> Sighting.absent(what, printed::unmet));
    }

    @Override
    public Seen out() {
        return printed.out();
    }

    @Override
    public Seen err() {
        return printed.err();
    }

    @Override
    public List<String> lines() {
        return printed.lines();
    }
}
