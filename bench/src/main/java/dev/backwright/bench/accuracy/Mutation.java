package dev.backwright.bench.accuracy;

import java.util.List;

/// What became of the mutants of a solution.
///
/// @param all how many there are
/// @param passed those the checks let through
/// @param excuses which changes the lab says may pass
public record Mutation(int all, List<Mutant> passed, List<Excuse> excuses) {

    /// The share of killed mutants that a lab is held to.
    private static final double BAR = 0.95;

    public Mutation {
        passed = List.copyOf(passed);
        excuses = List.copyOf(excuses);
    }

    /// Those that passed and should not have.
    public List<Mutant> survivors() {
        return passed.stream()
                .filter(mutant -> excuses.stream().noneMatch(each -> each.covers(mutant)))
                .toList();
    }

    /// Excuses nobody needs: what they name is gone, or fails.
    public List<Excuse> idle() {
        return excuses.stream().filter(each -> passed.stream().noneMatch(each::covers)).toList();
    }

    /// How many passed, and do what the task asks.
    int same() {
        return passed.size() - survivors().size();
    }

    /// Of the mutants that change what the program does, the share that failed; without any there is none.
    double killed() {
        return (double) (all - passed.size()) / (all - same());
    }

    boolean good() {
        return idle().isEmpty() && (all == same() || killed() >= BAR);
    }
}
