package dev.backwright.checks;

import java.util.List;
import java.util.random.RandomGenerator;

/// The report's seed: whatever varies in a check comes from here, so that a report can be repeated.
public interface Seed {

    /// The seed itself.
    long value();

    /// A generator that starts from the seed and the check's id.
    RandomGenerator random();

    /// A number from `least` to `most`, both included.
    int between(int least, int most);

    /// One of these.
    <T> T pick(List<T> choices);
}
