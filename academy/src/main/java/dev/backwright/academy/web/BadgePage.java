package dev.backwright.academy.web;

import dev.backwright.academy.badges.Fact;
import dev.backwright.academy.badges.Statement;
import dev.backwright.academy.submissions.Rejudgings;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A badge as whoever has its link sees it.
///
/// @param address where it is
/// @param own whether it is the reader's: then they can take it back
/// @param inside whether the reader may see what was handed in, and have it run again
public record BadgePage(
        Frame frame,
        UUID id,
        String address,
        Statement says,
        String token,
        boolean own,
        boolean inside,
        List<Row> rows) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /// One lab.
    ///
    /// @param waits whether it is being run again
    /// @param again what came of it last; `null` for never
    public record Row(
            Statement.Evidence evidence, boolean waits, Rejudgings.@Nullable Found again) {

        public static Row of(Statement.Evidence evidence) {
            return new Row(evidence, false, null);
        }

        /// `27 Nov 2026`.
        public String day() {
            var day = evidence.fact(Fact.PASSED);
            return day.isEmpty() ? "" : DAY.format(LocalDate.parse(day));
        }

        /// When it was last run again, and whether it passed, in words; empty for never.
        public String says() {
            var found = again;
            if (waits) {
                return "being run again";
            }
            if (found == null || found.again() == null) {
                return "";
            }
            return "%s on %s"
                    .formatted(found.again().verdict(), PeoplePage.moment(found.judgedAt()));
        }

        public String look() {
            var found = again;
            return waits || found == null || found.again() == null
                    ? "soft"
                    : RejudgingPage.look(found.again().verdict());
        }
    }

    public static String day(Statement says) {
        return DAY.format(says.from().atOffset(ZoneOffset.UTC));
    }
}
