package dev.backwright.academy.web.graphql;

import static dev.backwright.academy.web.graphql.HandedIn.word;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.catalog.Misconceptions.Misconception;
import dev.backwright.academy.cohorts.Cohort;
import dev.backwright.academy.cohorts.CohortGrid;
import dev.backwright.academy.cohorts.Cohorts;
import dev.backwright.academy.cohorts.Obstacles;
import dev.backwright.academy.cohorts.Place;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.judge.LabId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.springframework.util.function.SingletonSupplier;

/// The cohorts one leads, how far their people are, and where they are stuck. The grid is asked for once for each field that names a cohort, whatever of it is wanted.
@Controller
@ForMany
final class CohortGraph {

    private static final int MOST = 200;

    private final Cohorts cohorts;
    private final CohortGrid grids;
    private final Obstacles obstacles;

    CohortGraph(Cohorts cohorts, CohortGrid grids, Obstacles obstacles) {
        this.cohorts = cohorts;
        this.grids = grids;
        this.obstacles = obstacles;
    }

    /// @param drawn the grid, asked for when it is first wanted
    public record Grid(UUID id, String name, Cohort cohort, Supplier<CohortGrid.Grid> drawn) {}

    public record Due(String lab, String at) {}

    public record Person(UUID id, String name, String mail, List<Cell> labs) {

        static Person of(CohortGrid.Row row, Instant now) {
            return new Person(
                    row.member().person(),
                    row.member().name(),
                    row.member().mail(),
                    row.places().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey(CohortGraph::byName))
                            .map(it ->
                                    Cell.of(
                                            it.getKey(),
                                            it.getValue(),
                                            row.isLate(it.getKey(), now)))
                            .toList());
        }
    }

    public record Cell(
            String lab,
            String state,
            int attempts,
            int stuck,
            int holding,
            @Nullable UUID latest,
            @Nullable String passedAt,
            boolean late) {

        static Cell of(LabId lab, Place place, boolean late) {
            var passedAt = place.passedAt();
            return new Cell(
                    lab.toString(),
                    word(place.state()),
                    place.attempts(),
                    place.stuck(),
                    place.holding(),
                    place.latest(),
                    passedAt == null ? null : passedAt.toString(),
                    late);
        }
    }

    public record Obstacle(
            String lab, String check, int people, @Nullable Misconception misconception) {

        static Obstacle of(Obstacles.Obstacle it) {
            return new Obstacle(it.lab().id().toString(), it.check(), it.people(), it.belief());
        }
    }

    @QueryMapping
    List<Cohort> cohorts(@ContextValue Account account) {
        return cohorts.of(account);
    }

    @QueryMapping
    @Nullable Grid cohort(@ContextValue Account account, @Argument String id) {
        return Ids.parse(id)
                .flatMap(it -> cohorts.find(account, it))
                .map(it ->
                        new Grid(it.id(), it.name(), it, SingletonSupplier.of(() -> grids.of(it))))
                .orElse(null);
    }

    @SchemaMapping
    List<Due> due(Grid grid) {
        return grid.drawn().get().asked().entrySet().stream()
                .filter(it -> it.getValue().dueAt() != null)
                .sorted(Map.Entry.comparingByKey(CohortGraph::byName))
                .map(it -> new Due(it.getKey().toString(), String.valueOf(it.getValue().dueAt())))
                .toList();
    }

    @SchemaMapping
    List<Person> people(Grid grid, @Argument int limit, @Argument @Nullable String after) {
        if (limit < 1 || limit > MOST) {
            throw CannotAnswer.malformed("limit is from 1 to %d.".formatted(MOST));
        }
        var drawn = grid.drawn().get();
        return drawn.rows().stream()
                .skip(after == null ? 0 : place(drawn.rows(), after) + 1)
                .limit(limit)
                .map(it -> Person.of(it, drawn.now()))
                .toList();
    }

    private static int place(List<CohortGrid.Row> rows, String person) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).member().person().toString().equals(person)) {
                return i;
            }
        }
        throw CannotAnswer.notFound("There is nobody %s in this cohort.".formatted(person));
    }

    @SchemaMapping
    List<Obstacle> obstacles(Grid grid) {
        return obstacles.of(grid.cohort()).stream().map(Obstacle::of).toList();
    }

    private static int byName(LabId one, LabId other) {
        return one.toString().compareTo(other.toString());
    }
}
