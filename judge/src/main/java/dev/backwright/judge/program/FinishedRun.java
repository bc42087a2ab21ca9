package dev.backwright.judge.program;

import dev.backwright.checks.Program;
import dev.backwright.checks.Seen;
import java.util.List;

/// A script that ran to its end by itself.
record FinishedRun(Printed printed, int code) implements Program.Run {

    @Override
    public Seen exit() {
        return printed.seen("exit code of " + printed.command(), code);
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
