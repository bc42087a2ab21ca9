package dev.backwright.academy.grading;

import dev.backwright.academy.platform.Places;
import dev.backwright.judge.Judge;

/// Opens the judge that works in this process.
@FunctionalInterface
public interface JudgeOpener {

    /// @throws dev.backwright.judge.JudgeException when this machine cannot judge
    Judge open(Places places);
}
