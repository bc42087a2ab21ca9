package dev.backwright.tracer.generated;

import java.util.List;
import java.util.random.RandomGenerator;

/// A program's lines as they come, indented.
final class Lines {

    private final StringBuilder text = new StringBuilder();
    private final RandomGenerator random;
    private int depth;
    private int logged;

    Lines(RandomGenerator random) {
        this.random = random;
    }

    void line(String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }

    /// A line of the console that is printed nowhere else.
    void log() {
        line("console.log(" + ++logged + ");");
    }

    void block(String opening, Runnable inside, String closing) {
        line(opening);
        depth++;
        inside.run();
        depth--;
        line(closing);
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(upTo(choices.size()));
    }

    String text() {
        return text.toString();
    }
}
