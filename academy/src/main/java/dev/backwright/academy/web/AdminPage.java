package dev.backwright.academy.web;

import dev.backwright.academy.grading.PresentJudges.Present;
import dev.backwright.academy.submissions.QueueLook.Fault;
import dev.backwright.academy.submissions.QueueLook.Tally;
import dev.backwright.academy.telemetry.Watch.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How the academy runs.
public record AdminPage(
        Frame frame, Standing now, List<Span> spans, List<Fault> faults, Machine machine) {

    /// What was judged in some time.
    public record Span(String name, Tally tally) {}

    /// What it runs on.
    ///
    /// @param ours the version of this academy
    /// @param left bytes that the disk of the home folder still has
    /// @param whole bytes that it has in all
    public record Machine(String ours, String java, String database, long left, long whole) {}

    public static String millis(@Nullable Double millis) {
        return millis == null ? "–" : Millis.text(millis);
    }

    public static String span(Duration duration) {
        return Millis.text((double) duration.toMillis());
    }

    public static String bytes(long bytes) {
        return bytes < 1L << 30
                ? "%d MB".formatted(bytes >> 20)
                : String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
    }

    /// What a judge does just now.
    public static String state(Present judge) {
        if (!judge.sameLabs()) {
            return "has other labs than this academy, and takes none of those";
        }
        return judge.hindrance() == null ? "works" : judge.hindrance();
    }

    public static String times(int times) {
        return times == 1 ? "once" : times + " times";
    }
}
