package dev.backwright.judge.app.log;

import dev.backwright.judge.evidence.Clean;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// How grave a line is, on Pino's scale: 10 trace, 20 debug, 30 info, 40 warn, 50 error, 60 fatal.
///
/// @param grade 0 where the name is none of those that are known
record Level(String name, int grade) {

    /// Pino and Bunyan, Winston (npm), syslog.
    private static final Map<String, Integer> GRADES =
            Map.ofEntries(
                    Map.entry("trace", 10),
                    Map.entry("silly", 10),
                    Map.entry("debug", 20),
                    Map.entry("verbose", 20),
                    Map.entry("http", 25),
                    Map.entry("info", 30),
                    Map.entry("notice", 30),
                    Map.entry("warn", 40),
                    Map.entry("error", 50),
                    Map.entry("fatal", 60),
                    Map.entry("crit", 60),
                    Map.entry("critical", 60),
                    Map.entry("alert", 60),
                    Map.entry("emerg", 60));

    private static final Map<String, String> ALIASES = Map.of("warning", "warn", "err", "error");

    private static final String[] NAMES = {"trace", "debug", "info", "warn", "error", "fatal"};

    static Optional<Level> of(JsonNode value) {
        if (value.isNumber()) {
            return value.asDouble() >= 10
                    ? Optional.of(numbered(value.asDouble()))
                    : Optional.empty();
        }
        return value.isString() ? Optional.of(named(value.asString())) : Optional.empty();
    }

    /// The name, or the level next below.
    private static Level numbered(double value) {
        int step = (int) Math.min(value / 10, NAMES.length) - 1;
        return new Level(NAMES[step], (int) Math.min(value, 1000));
    }

    /// Of any name, with or without colours.
    static Level named(String text) {
        String bare = Clean.text(text).strip().toLowerCase(Locale.ROOT);
        String name = ALIASES.getOrDefault(bare, bare);
        return new Level(name, GRADES.getOrDefault(name, 0));
    }
}
