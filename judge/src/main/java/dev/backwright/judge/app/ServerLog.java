package dev.backwright.judge.app;

import dev.backwright.checks.App;
import dev.backwright.checks.LogEntries;
import dev.backwright.checks.Seen;
import dev.backwright.judge.app.log.SeenEntries;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import dev.backwright.sandbox.Output;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// What a server printed. It is read while the server may still print, so both questions wait a little.
final class ServerLog implements App.Log {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long REST_MILLIS = 60;

    private final Supplier<Output> output;

    ServerLog(Supplier<Output> output) {
        this.output = output;
    }

    @Override
    public List<String> lines() {
        return output.get().lines().stream().map(Output.Line::text).toList();
    }

    @Override
    public List<String> out() {
        return output.get().lines().stream()
                .filter(line -> !line.error())
                .map(Output.Line::text)
                .toList();
    }

    @Override
    public Seen line(String regex) {
        Pattern pattern = Pattern.compile(regex);
        Waiting.until(PATIENCE, () -> first(pattern).isPresent());
        Optional<String> found = first(pattern);
        String what = "the log, a line matching /" + regex + "/";
        return found.map(line -> Sighting.of(what, line, Failing.PLAIN))
                .orElseGet(() -> Sighting.absent(what, Failing.PLAIN));
    }

    @Override
    public Seen count(String regex) {
        Pattern pattern = Pattern.compile(regex);
        rest();
        long count = lines().stream().filter(line -> pattern.matcher(line).find()).count();
        return Sighting.of("log lines matching /" + regex + "/", count, Failing.PLAIN);
    }

    @Override
    public LogEntries entries() {
        return parsed();
    }

    @Override
    public void neverSaid(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("neverSaid: an empty text stands in every line");
        }
        parsed().lack(text);
    }

    private SeenEntries parsed() {
        rest();
        return SeenEntries.of(output.get().lines());
    }

    private Optional<String> first(Pattern pattern) {
        return lines().stream().filter(line -> pattern.matcher(line).find()).findFirst();
    }

    private void rest() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int before = -1;
        for (int now = lines().size(); now != before && System.nanoTime() < end; ) {
            before = now;
            Waiting.pause(REST_MILLIS);
            now = lines().size();
        }
    }
}
