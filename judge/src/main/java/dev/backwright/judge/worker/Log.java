package dev.backwright.judge.worker;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// What this process says, on standard error, a line each.
final class Log {

    private Log() {}

    static void warn(String said) {
        var text = said.replace('\n', ' ');
        System.err.println(
                LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " " + text);
    }
}
