package dev.backwright.judge.bench;

import dev.backwright.checks.Seed;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Everything that varies in one check comes from the report's seed and the check's id, in the order in which it is asked.
final class FixedSeed implements Seed {

    private final long value;
    private final String check;
    private final RandomGenerator drawn;

    FixedSeed(long value, String check) {
        this.value = value;
        this.check = check;
        this.drawn = random();
    }

    @Override
    public long value() {
        return value;
    }

    @Override
    public RandomGenerator random() {
        long mixed = value * 0x9E3779B97F4A7C15L + check.hashCode();
        return RandomGeneratorFactory.of("L64X128MixRandom").create(mixed);
    }

    @Override
    public int between(int least, int most) {
        return (int) drawn.nextLong(least, most + 1L);
    }

    @Override
    public <T> T pick(List<T> choices) {
        return choices.get(drawn.nextInt(choices.size()));
    }
}
