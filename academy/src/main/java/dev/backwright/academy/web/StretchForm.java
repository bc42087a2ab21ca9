package dev.backwright.academy.web;

import dev.backwright.academy.cohorts.Allowance;
import dev.backwright.academy.cohorts.Assignment;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a leader wrote into a form about a stretch of the path: `from`, `to`, and what is asked of those labs. What is empty is not
/// asked.
///
/// @param zone in which its days are meant
record StretchForm(Map<String, String> fields, ZoneId zone) {

    static final LocalTime START = LocalTime.MIN;
    static final LocalTime END = LocalTime.of(23, 59, 59);
    private static final int MOST_ATTEMPTS = 100;
    private static final int MOST_MINUTES = 24 * 60;

    private String field(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /// From one lab of the path to another, both included.
    List<LabId> labs(List<Lab> path) {
        var all = path.stream().map(Lab::id).map(LabId::toString).toList();
        int first = all.indexOf(field("from"));
        int last = all.indexOf(field("to"));
        if (first < 0 || last < 0 || first > last) {
            throw refused(
                    "It is asked of the labs from one to another that comes later on the path.");
        }
        return path.subList(first, last + 1).stream().map(Lab::id).toList();
    }

    /// @return `null` where nothing is asked
    @Nullable Assignment assignment() {
        var opens = moment("opens", "opensTime", START);
        var due = due();
        boolean closes = field("after").equals("closed");
        if (closes && due == null) {
            throw refused("What closes needs a day on which it is due.");
        }
        if (opens != null && due != null && !opens.isBefore(due)) {
            throw refused("It has to open before it is due.");
        }
        var allowance =
                new Allowance(
                        most("attempts", MOST_ATTEMPTS),
                        number("hintsAfter", MOST_ATTEMPTS),
                        number("hintMinutes", MOST_MINUTES),
                        field("hidesSolution").equals("true"));
        var asked = new Assignment(opens, due, closes, allowance);
        return asked.equals(new Assignment(null, null, false, Allowance.ANY)) ? null : asked;
    }

    /// The end of a day, unless a time of day is given.
    @Nullable Instant due() {
        return moment("day", "time", END);
    }

    private @Nullable Instant moment(String day, String time, LocalTime usual) {
        if (field(day).isEmpty()) {
            return null;
        }
        try {
            var date = LocalDate.parse(field(day));
            var clock = field(time).isEmpty() ? usual : LocalTime.parse(field(time));
            if (date.getYear() < 2000 || date.getYear() > 2200) {
                throw new DateTimeException("no year of ours");
            }
            return date.atTime(clock).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw refused(
                    "A day looks like 2026-11-27, and a time like 17:00; got %s %s."
                            .formatted(field(day), field(time)));
        }
    }

    private @Nullable Integer most(String name, int most) {
        int number = number(name, most);
        return number == 0 ? null : number;
    }

    private int number(String name, int most) {
        if (field(name).isEmpty()) {
            return 0;
        }
        try {
            int number = Integer.parseInt(field(name));
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw refused("A number from 0 to %,d is wanted, got %s.".formatted(most, field(name)));
    }

    private static CannotAnswer refused(String why) {
        return CannotAnswer.refused(why, List.of());
    }
}
