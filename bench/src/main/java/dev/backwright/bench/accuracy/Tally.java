package dev.backwright.bench.accuracy;

/// How many of some answers went as they should.
public record Tally(int good, int all) {

    boolean whole() {
        return good == all;
    }

    @Override
    public String toString() {
        return good + " of " + all;
    }
}
