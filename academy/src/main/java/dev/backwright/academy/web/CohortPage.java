package dev.backwright.academy.web;

import dev.backwright.academy.cohorts.Cohort;
import dev.backwright.academy.cohorts.CohortGrid;
import dev.backwright.academy.cohorts.Obstacles.Obstacle;
import dev.backwright.academy.cohorts.Place;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A cohort: who is how far, where they are stuck, what is due.
///
/// @param now what *late* and *today* are measured by
/// @param link the address of a link that was just made, shown this once; `null` for none
/// @param trouble what could not be done, and why; `null` for nothing
public record CohortPage(
        Frame frame,
        Cohort cohort,
        CohortGrid.Grid grid,
        List<Obstacle> obstacles,
        Instant now,
        @Nullable String link,
        @Nullable String trouble) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter WEEKDAY =
            DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /// Labs beside each other that belong to one step.
    ///
    /// @param title `1 JavaScript`
    public record Group(String title, int labs) {}

    /// @param late people's labs that are not passed in time
    public record Deadline(Instant due, String labs, long passed, long all, long late) {}

    public List<Group> groups() {
        return grid.steps().stream()
                .map(step -> new Group(step.number() + " " + step.title(), step.labs().size()))
                .toList();
    }

    /// The labs between which the deadlines change, by the last of each.
    public boolean endsStretch(Lab lab) {
        int at = grid.labs().indexOf(lab);
        var next = at + 1 < grid.labs().size() ? due(grid.labs().get(at + 1)) : null;
        var own = due(lab);
        return own != null && !own.equals(next);
    }

    public @Nullable Instant due(Lab lab) {
        return grid.due().get(lab.id());
    }

    public boolean isPast(Lab lab) {
        var due = due(lab);
        return due != null && due.isBefore(now);
    }

    public String day(Lab lab) {
        var due = due(lab);
        return due == null ? "" : DAY.format(due);
    }

    public static String weekday(Instant due) {
        return WEEKDAY.format(due);
    }

    public @Nullable Place place(CohortGrid.Row row, Lab lab) {
        return row.places().get(lab.id());
    }

    /// The state of a place, for its mark.
    public static LabState state(@Nullable Place place) {
        return place == null ? LabState.NOT_BEGUN : LabState.valueOf(place.state().name());
    }

    public boolean isLate(@Nullable Place place, Lab lab) {
        return place == null ? isPast(lab) : place.late();
    }

    /// What a cell says to those who do not see it.
    public String says(@Nullable Place place, Lab lab) {
        var words = new StringBuilder(state(place).word());
        if (place != null && place.stuck() > 0) {
            words.append(", stuck, ").append(place.stuck()).append(" attempts alike");
        } else if (place != null && place.attempts() > 0 && !place.isPassed()) {
            words.append(", ").append(place.attempts()).append(" attempts");
        }
        return words + (isLate(place, lab) ? ", late" : "");
    }

    public String seen(CohortGrid.Row row) {
        var seen = row.seen();
        if (seen == null) {
            return "never";
        }
        long days = Duration.between(seen, now).toDays();
        return days == 0 ? "today" : days + (days == 1 ? " day" : " days");
    }

    /// Whether somebody has not been there for a week.
    public boolean isLongAgo(CohortGrid.Row row) {
        var seen = row.seen();
        return seen == null || Duration.between(seen, now).toDays() >= 7;
    }

    public long passed(Lab lab) {
        return grid.rows().stream().filter(row -> isPassed(row, lab.id())).count();
    }

    private static boolean isPassed(CohortGrid.Row row, LabId lab) {
        var place = row.places().get(lab);
        return place != null && place.isPassed();
    }

    /// How many labs a person has passed on average.
    public String mean() {
        return "%.1f"
                .formatted(
                        grid.rows().stream().mapToLong(CohortGrid.Row::passed).average().orElse(0));
    }

    public List<Deadline> deadlines() {
        Map<Instant, List<Lab>> labs = new LinkedHashMap<>();
        grid.labs().stream()
                .filter(lab -> due(lab) != null)
                .forEach(lab ->
                        labs.computeIfAbsent(grid.due().get(lab.id()), it -> new ArrayList<>())
                                .add(lab));
        return labs.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> deadline(it.getKey(), it.getValue()))
                .toList();
    }

    private Deadline deadline(Instant due, List<Lab> labs) {
        long passed = labs.stream().mapToLong(this::passed).sum();
        long late =
                grid.rows().stream()
                        .mapToLong(row ->
                                labs.stream().filter(lab -> isLate(place(row, lab), lab)).count())
                        .sum();
        return new Deadline(
                due, titles(labs), passed, (long) labs.size() * grid.rows().size(), late);
    }

    private static String titles(List<Lab> labs) {
        var first = labs.getFirst().sheet().title();
        return labs.size() == 1 ? first : first + " to " + labs.getLast().sheet().title();
    }
}
