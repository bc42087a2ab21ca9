package dev.backwright.judge.program;

import dev.backwright.checks.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// The calls a check has made, for its evidence; the latest are kept.
final class Ledger {

    private static final int MOST = 60;

    private final List<Line> lines = new ArrayList<>();
    private int left;
    private final IntSupplier commands;

    /// @param commands how many commands the program has got so far
    Ledger(IntSupplier commands) {
        this.commands = commands;
    }

    /// Notes a call and what came back.
    Line note(String call, String seen) {
        if (lines.size() == MOST) {
            lines.removeFirst();
            left++;
        }
        var line = new Line(call, seen, commands.getAsInt() - 1);
        lines.add(line);
        return line;
    }

    /// The calls so far, if there were any.
    List<Evidence> evidence() {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<Evidence.Calls.Row> rows = new ArrayList<>();
        if (left > 0) {
            rows.add(new Evidence.Calls.Row("… " + left + " calls before", null, "", true));
        }
        lines.forEach(line -> rows.add(line.row()));
        return List.of(new Evidence.Calls(rows));
    }

    /// After which command the check failed: that of the line that does not hold, else the latest.
    int failing() {
        return broken().map(line -> line.command).orElse(commands.getAsInt() - 1);
    }

    /// What was expected and seen there; empty where neither is known.
    String remark() {
        return broken().map(Line::remark).orElse("");
    }

    private Optional<Line> broken() {
        return lines.reversed().stream().filter(line -> !line.holds).findFirst();
    }

    /// One call, to which an assertion may add what was expected.
    static final class Line {
        private String call;
        private String seen;
        private final int command;
        private @Nullable String expected;
        private boolean holds = true;

        private Line(String call, String seen, int command) {
            this.call = call;
            this.seen = seen;
            this.command = command;
        }

        /// The same call seen further on: `await quote('oil')`.
        void becomes(String laterCall, String laterSeen) {
            call = laterCall;
            seen = laterSeen;
        }

        void expects(String text) {
            expected = text;
        }

        void fails() {
            holds = false;
        }

        private String remark() {
            return expected == null ? "seen " + seen : "expected " + expected + ", seen " + seen;
        }

        private Evidence.Calls.Row row() {
            return new Evidence.Calls.Row(call, expected, seen, holds);
        }
    }
}
