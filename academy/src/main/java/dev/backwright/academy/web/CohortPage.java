package dev.backwright.academy.web;

import dev.backwright.academy.cohorts.Assignment;
import dev.backwright.academy.cohorts.Cohort;
import dev.backwright.academy.cohorts.CohortGrid;
import dev.backwright.academy.cohorts.CohortZones;
import dev.backwright.academy.cohorts.Cohorts;
import dev.backwright.academy.cohorts.Obstacles.Obstacle;
import dev.backwright.academy.cohorts.Place;
import dev.backwright.academy.submissions.Rejudgings;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A cohort: who is how far, where they are stuck, what is asked when.
///
/// @param leaders those who lead it
/// @param runs of judging again, the latest first
/// @param handed a link that was just made; `null` for none
/// @param trouble what could not be done, and why; `null` for nothing
public record CohortPage(
        Frame frame,
        Cohort cohort,
        List<Cohorts.Member> leaders,
        CohortGrid.Grid grid,
        List<Obstacle> obstacles,
        List<Rejudgings.Run> runs,
        @Nullable Handed handed,
        @Nullable String trouble) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY =
            DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);
    private static final int SHOWN = 5;

    /// A link, shown this once.
    ///
    /// @param says to whom it goes, in a sentence
    public record Handed(String link, String says) {}

    /// Labs beside each other that belong to one step.
    ///
    /// @param title `1 JavaScript`
    public record Group(String title, int labs) {}

    public List<Group> groups() {
        return grid.steps().stream()
                .map(step -> new Group(step.number() + " " + step.title(), step.labs().size()))
                .toList();
    }

    public List<CohortStretch> stretches() {
        return CohortStretch.of(grid);
    }

    /// The labs between which what is asked changes, by the last of each.
    public boolean endsStretch(Lab lab) {
        int at = grid.labs().indexOf(lab);
        var next = at + 1 < grid.labs().size() ? asked(grid.labs().get(at + 1)) : null;
        var own = asked(lab);
        return own != null && !own.equals(next);
    }

    private @Nullable Assignment asked(Lab lab) {
        return grid.asked().get(lab.id());
    }

    public boolean hasDeadlines() {
        return grid.asked().values().stream().anyMatch(it -> it.dueAt() != null);
    }

    public boolean isPast(Lab lab) {
        var asked = asked(lab);
        return asked != null && asked.isPast(grid.now());
    }

    public String day(Lab lab) {
        var asked = asked(lab);
        var due = asked == null ? null : asked.dueAt();
        return due == null ? "" : DAY.format(due.atZone(grid.zone()));
    }

    /// `Fri 27 Nov, 17:00`; without a time where it is the one that days usually begin or end with.
    static String day(Instant at, ZoneId zone, LocalTime usual) {
        var there = at.atZone(zone);
        return (there.toLocalTime().equals(usual) ? WEEKDAY : MOMENT).format(there);
    }

    static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }

    public String moment(Instant at) {
        return moment(at, grid.zone());
    }

    public @Nullable Place place(CohortGrid.Row row, Lab lab) {
        return row.places().get(lab.id());
    }

    /// The state of a place, for its mark.
    public static LabState state(@Nullable Place place) {
        return place == null ? LabState.NOT_BEGUN : LabState.valueOf(place.state().name());
    }

    /// The style classes of a cell beside its state's.
    public String style(CohortGrid.Row row, Lab lab) {
        return (endsStretch(lab) ? " till" : "")
                + (row.isLate(lab.id(), grid.now()) ? " late" : "")
                + (row.isClosed(lab.id(), grid.now()) ? " shut" : "")
                + (row.extended().contains(lab.id()) ? " more" : "");
    }

    /// What a cell says to those who do not see it.
    public String says(CohortGrid.Row row, Lab lab) {
        var place = place(row, lab);
        var words = new StringBuilder(state(place).word());
        if (place != null && place.stuck() > 0) {
            words.append(", stuck, ").append(place.stuck()).append(" attempts alike");
        } else if (place != null && place.attempts() > 0 && !place.isPassed()) {
            words.append(", ").append(place.attempts()).append(" attempts");
        }
        words.append(row.isLate(lab.id(), grid.now()) ? ", late" : "");
        words.append(row.isClosed(lab.id(), grid.now()) ? ", closed" : "");
        return words + (row.extended().contains(lab.id()) ? ", with more time" : "");
    }

    public String seen(CohortGrid.Row row) {
        var seen = row.seen();
        if (seen == null) {
            return "never";
        }
        long days = Duration.between(seen, grid.now()).toDays();
        return days == 0 ? "today" : days + (days == 1 ? " day" : " days");
    }

    /// Whether somebody has not been there for a week.
    public boolean isLongAgo(CohortGrid.Row row) {
        var seen = row.seen();
        return seen == null || Duration.between(seen, grid.now()).toDays() >= 7;
    }

    public long passed(Lab lab) {
        return grid.rows().stream().filter(row -> row.isPassed(lab.id())).count();
    }

    /// How many labs a person has passed on average.
    public String mean() {
        return "%.1f"
                .formatted(
                        grid.rows().stream().mapToLong(CohortGrid.Row::passed).average().orElse(0));
    }

    /// The latest runs of judging again.
    public List<Rejudgings.Run> latestRuns() {
        return runs.stream().limit(SHOWN).toList();
    }

    public String title(LabId lab) {
        return title(grid.labs(), lab);
    }

    /// A lab that is no longer there is called by its id.
    static String title(List<Lab> labs, LabId id) {
        return labs.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(it -> it.sheet().title())
                .orElse(id.toString());
    }

    public String address() {
        return CohortSheet.address(cohort);
    }

    /// The name of the time zone of its days.
    public String zone() {
        return grid.zone().getId();
    }

    public static List<String> zones() {
        return CohortZones.all();
    }
}
