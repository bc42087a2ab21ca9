package dev.backwright.bench.accuracy;

import java.util.List;
import java.util.Locale;

/// How well a lab's checks tell right from wrong.
///
/// @param checks how many it has
/// @param right alternatives, and the solution
/// @param rightPassed how many of those passed
/// @param wrong wrong solutions
/// @param wrongCaught how many of those failed exactly what they name
/// @param mutants changes StrykerJS makes to the solution
/// @param killed those that failed
/// @param same those that passed and may: the lab says why they do what the task asks
/// @param survivors those that passed and should not have
/// @param verdict median of a warm verdict on the solution, milliseconds
public record Score(
        String lab,
        int checks,
        int right,
        int rightPassed,
        int wrong,
        int wrongCaught,
        int mutants,
        int killed,
        int same,
        List<Mutant> survivors,
        double verdict) {

    /// The share of killed mutants that a lab is held to.
    private static final double BAR = 0.95;

    public Score {
        survivors = List.copyOf(survivors);
    }

    /// Of the mutants that change what the program does.
    public double share() {
        return mutants == same ? 1 : (double) killed / (mutants - same);
    }

    public boolean good() {
        return rightPassed == right && wrongCaught == wrong && share() >= BAR;
    }

    /// One row of the table in `docs/accuracy.md`.
    public String row() {
        return String.format(
                Locale.ROOT,
                "| `%s` | %d | %d of %d | %d of %d | %d | %d | %.1f %% | %d |",
                lab,
                checks,
                rightPassed,
                right,
                wrongCaught,
                wrong,
                mutants,
                same,
                100 * share(),
                Math.round(verdict));
    }
}
