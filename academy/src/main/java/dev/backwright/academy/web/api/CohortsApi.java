package dev.backwright.academy.web.api;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.cohorts.Cohort;
import dev.backwright.academy.cohorts.CohortGrid;
import dev.backwright.academy.cohorts.Cohorts;
import dev.backwright.academy.cohorts.Place;
import dev.backwright.academy.platform.ForMany;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The cohorts one leads, and how far their people are.
@RestController
@ForMany
final class CohortsApi {

    private final Cohorts cohorts;
    private final CohortGrid grids;
    private final Etags etags;

    CohortsApi(Cohorts cohorts, CohortGrid grids, Etags etags) {
        this.cohorts = cohorts;
        this.grids = grids;
        this.etags = etags;
    }

    record Line(UUID id, String name, int people) {

        static Line of(Cohort cohort) {
            return new Line(cohort.id(), cohort.name(), cohort.people());
        }
    }

    /// @param due by lab, when it is to be passed
    record Grid(UUID id, String name, Map<String, Instant> due, List<Row> people) {}

    /// @param labs where they are, by lab; one they were never at is not in it
    record Row(UUID id, String name, String mail, Map<String, Cell> labs) {

        static Row of(CohortGrid.Row row, Instant now) {
            return new Row(
                    row.member().person(),
                    row.member().name(),
                    row.member().mail(),
                    row.places().entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            it -> it.getKey().toString(),
                                            it ->
                                                    Cell.of(
                                                            it.getValue(),
                                                            row.isLate(it.getKey(), now)))));
        }
    }

    /// @param stuck how many of the latest attempts came out alike, without a pass; 0 below three
    record Cell(
            String state,
            int attempts,
            int stuck,
            int holding,
            @Nullable UUID latest,
            @Nullable Instant passedAt,
            boolean late) {

        static Cell of(Place place, boolean late) {
            return new Cell(
                    place.state().name().toLowerCase(Locale.ROOT),
                    place.attempts(),
                    place.stuck(),
                    place.holding(),
                    place.latest(),
                    place.passedAt(),
                    late);
        }
    }

    @GetMapping("/api/cohorts")
    ResponseEntity<byte[]> led(Account leader) {
        return etags.answer(cohorts.of(leader).stream().map(Line::of).toList());
    }

    @GetMapping("/api/cohorts/{id}")
    ResponseEntity<byte[]> grid(Account leader, @PathVariable UUID id) {
        var cohort = cohorts.of(leader, id);
        var grid = grids.of(cohort);
        return etags.answer(
                new Grid(
                        cohort.id(),
                        cohort.name(),
                        due(grid),
                        grid.rows().stream().map(it -> Row.of(it, grid.now())).toList()));
    }

    private static Map<String, Instant> due(CohortGrid.Grid grid) {
        Map<String, Instant> due = new TreeMap<>();
        grid.asked()
                .forEach((lab, asked) -> {
                    if (asked.dueAt() != null) {
                        due.put(lab.toString(), asked.dueAt());
                    }
                });
        return due;
    }
}
