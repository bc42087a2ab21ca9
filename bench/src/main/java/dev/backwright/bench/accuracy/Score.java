package dev.backwright.bench.accuracy;

import java.util.Locale;

/// How well a lab's checks tell right from wrong.
///
/// @param checks how many it has
/// @param right how many of the alternatives and the solution passed
/// @param wrong how many of the wrong solutions failed exactly what they name
/// @param verdict median of a warm verdict on the solution, milliseconds
public record Score(
        String lab, int checks, Tally right, Tally wrong, Mutation mutation, double verdict) {

    /// Whether the lab is as good as labs have to be.
    public boolean good() {
        return right.whole() && wrong.whole() && mutation.good();
    }

    /// One row of the table in `docs/accuracy.md`.
    public String row() {
        return String.format(
                Locale.ROOT,
                "| `%s` | %d | %s | %s | %d | %d | %s | %d |",
                lab,
                checks,
                right,
                wrong,
                mutation.all(),
                mutation.same(),
                killed(),
                Math.round(verdict));
    }

    private String killed() {
        return mutation.all() == mutation.same()
                ? "–"
                : String.format(Locale.ROOT, "%.1f %%", 100 * mutation.killed());
    }
}
