package dev.backwright.judge.tests;

import dev.backwright.checks.Tests;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The learner's tests, for one check.
public record LearnersTests(TestRuns runs) implements Tests {

    @Override
    public Run given() {
        return new LearnersRun(this, runs.given(), "", "");
    }

    @Override
    public Run on(String variant) {
        String where = variant.startsWith("right/") ? "on another right program" : "here";
        return new LearnersRun(this, runs.on(variant), where, "");
    }

    @Override
    public Run shuffled(long seed) {
        return new LearnersRun(this, runs.shuffled(seed), "in another order", "");
    }

    @Override
    public Run alone() {
        return new LearnersRun(this, runs.alone(), "without the other tests", "");
    }

    @Override
    public List<String> variants(String group) {
        return runs.variants(group);
    }

    /// Tests that pass on every right program.
    Set<Case.Id> reliable() {
        Set<Case.Id> all = new HashSet<>(runs.given().passed());
        runs.variants("right").forEach(right -> all.retainAll(runs.on(right).passed()));
        return all;
    }
}
