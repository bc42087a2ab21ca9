package dev.backwright.academy.web;

import dev.backwright.academy.cohorts.Assignment;
import dev.backwright.academy.cohorts.CohortGrid;
import dev.backwright.judge.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Labs beside each other on the path of which a cohort asks the same.
///
/// @param due `Fri 27 Nov`; empty where there is no deadline
/// @param labs `Scope to Prototypes`
/// @param rules what is asked beside that, in words; empty for nothing
/// @param passed how many of all people's labs
/// @param late people's labs that are not passed in time
public record CohortStretch(
        String due, String labs, String rules, long passed, long all, long late) {

    static List<CohortStretch> of(CohortGrid.Grid grid) {
        var all = new ArrayList<CohortStretch>();
        var stretch = new ArrayList<Lab>();
        for (Lab lab : grid.labs()) {
            if (!stretch.isEmpty() && !alike(grid, stretch.getFirst(), lab)) {
                end(grid, stretch, all);
            }
            stretch.add(lab);
        }
        end(grid, stretch, all);
        return all;
    }

    private static boolean alike(CohortGrid.Grid grid, Lab one, Lab other) {
        return Objects.equals(asked(grid, one), asked(grid, other));
    }

    private static @Nullable Assignment asked(CohortGrid.Grid grid, Lab lab) {
        return grid.asked().get(lab.id());
    }

    private static void end(CohortGrid.Grid grid, List<Lab> labs, List<CohortStretch> to) {
        var asked = labs.isEmpty() ? null : asked(grid, labs.getFirst());
        if (asked != null) {
            to.add(of(grid, labs, asked));
        }
        labs.clear();
    }

    private static CohortStretch of(CohortGrid.Grid grid, List<Lab> labs, Assignment asked) {
        var due = asked.dueAt();
        return new CohortStretch(
                due == null ? "" : CohortPage.day(due, grid.zone(), StretchForm.END),
                titles(labs),
                TermWords.rules(asked, grid.zone()),
                count(grid, labs, (row, lab) -> row.isPassed(lab.id())),
                (long) labs.size() * grid.rows().size(),
                count(grid, labs, (row, lab) -> row.isLate(lab.id(), grid.now())));
    }

    private static long count(
            CohortGrid.Grid grid, List<Lab> labs, BiPredicate<CohortGrid.Row, Lab> which) {
        return grid.rows().stream()
                .mapToLong(row -> labs.stream().filter(lab -> which.test(row, lab)).count())
                .sum();
    }

    private static String titles(List<Lab> labs) {
        var first = labs.getFirst().sheet().title();
        return labs.size() == 1 ? first : first + " to " + labs.getLast().sheet().title();
    }
}
