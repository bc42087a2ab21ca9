package dev.backwright.judge.app.log;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.LogEntries;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.judge.json.JsonText;
import dev.backwright.judge.seen.Equality;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Rendering;
import dev.backwright.judge.seen.Sighting;
import dev.backwright.sandbox.Output;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Lines of a log; a failure shows them, or the last of all where there are none.
public final class SeenEntries implements LogEntries {

    private static final int MOST_LINES = 10_000;
    private static final int MOST_SHOWN = 40;

    private final String what;
    private final List<LogLine> all;
    private final List<LogLine> those;

    private SeenEntries(String what, List<LogLine> all, List<LogLine> those) {
        this.what = what;
        this.all = all;
        this.those = those;
    }

    /// @throws Unmet where there are more than anybody reads
    public static SeenEntries of(List<Output.Line> lines) {
        if (lines.size() > MOST_LINES) {
            throw new Unmet(
                    String.format(
                            Locale.ROOT,
                            "The log: expected at most %,d lines; seen %,d",
                            MOST_LINES,
                            lines.size()));
        }
        List<LogLine> all =
                lines.stream().filter(line -> !line.text().isBlank()).map(LogLine::of).toList();
        return new SeenEntries("lines of the log", all, all);
    }

    /// Those in which this text stands.
    ///
    /// @throws Unmet where there are any
    public void lack(String text) {
        SeenEntries with = those("", line -> line.says(text));
        if (!with.those.isEmpty()) {
            throw with.failing()
                    .because(
                            "The log: expected that \"%s\" is never written; seen it in %d %s"
                                    .formatted(
                                            text,
                                            with.those.size(),
                                            with.those.size() == 1 ? "line" : "lines"));
        }
    }

    @Override
    public LogEntries where(String path, @Nullable Object value) {
        return those(
                " with %s %s".formatted(path, Rendering.of(value)),
                line ->
                        line.at(path)
                                .filter(seen -> Equality.same(value, JsonText.plain(seen)))
                                .isPresent());
    }

    @Override
    public LogEntries atLeast(String level) {
        int least = Level.named(level).grade();
        if (least == 0) {
            throw new IllegalArgumentException(
                    "a level is trace, debug, info, warn, error or fatal; got " + level);
        }
        return those(
                " at level %s or above".formatted(level),
                line -> line.level().filter(seen -> seen.grade() >= least).isPresent());
    }

    @Override
    public LogEntries plain() {
        return those(" that are no JSON object", LogLine::isPlain);
    }

    private SeenEntries those(String which, Predicate<LogLine> such) {
        return new SeenEntries(what + which, all, those.stream().filter(such).toList());
    }

    @Override
    public Seen count() {
        return Sighting.of(what, (long) those.size(), failing());
    }

    @Override
    public List<Entry> each() {
        return those.stream().<Entry>map(line -> new SeenEntry(what, line, failing())).toList();
    }

    @Override
    public Entry only() {
        count().is(1);
        return each().getFirst();
    }

    private Failing failing() {
        List<LogLine> shown = those.isEmpty() ? all : those;
        int leftOut = Math.max(0, shown.size() - MOST_SHOWN);
        var log =
                new Evidence.Log(
                        shown.subList(leftOut, shown.size()).stream()
                                .map(LogLine::evidence)
                                .toList(),
                        leftOut);
        return message -> new Unmet(message, List.of(log));
    }
}
