package dev.backwright.tracer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands on the command line: `[--json] [--steps N] FILE [ARGUMENT…]`. Behind `--` all is the program's.
///
/// @param json whether the trace is printed instead of what the program prints
/// @param steps how many steps are recorded at most
/// @param file the program
/// @param arguments what the program finds in `process.argv` behind its own name
record Words(boolean json, int steps, String file, List<String> arguments) {

    static final int STEPS = 10_000;
    private static final int MOST_STEPS = 1_000_000;

    /// The words make no sense; the message says why.
    static final class Misused extends Exception {

        private static final long serialVersionUID = 1;

        Misused(String message) {
            super(message);
        }
    }

    static Words of(String... all) throws Misused {
        var words = new ArrayDeque<>(List.of(all));
        boolean json = false;
        int steps = STEPS;
        var plain = new ArrayList<String>();
        while (!words.isEmpty()) {
            String word = words.removeFirst();
            switch (word) {
                case "--json" -> json = true;
                case "--steps" -> steps = steps(words.pollFirst());
                case "--" -> {
                    plain.addAll(words);
                    words.clear();
                }
                default -> plain.add(known(word, plain.isEmpty()));
            }
        }
        if (plain.isEmpty()) {
            throw new Misused("trace wants a program: ./backwright trace order.mjs");
        }
        return new Words(
                json, steps, plain.getFirst(), List.copyOf(plain.subList(1, plain.size())));
    }

    private static String known(String word, boolean first) throws Misused {
        if (first && word.startsWith("-")) {
            throw new Misused("trace knows no %s, only --json and --steps N.".formatted(word));
        }
        return word;
    }

    private static int steps(@Nullable String word) throws Misused {
        if (word == null
                || !word.matches("[1-9][0-9]{0,6}")
                || Integer.parseInt(word) > MOST_STEPS) {
            throw new Misused(
                    "--steps wants a number from 1 to %d, got %s."
                            .formatted(MOST_STEPS, word == null ? "nothing" : "'" + word + "'"));
        }
        return Integer.parseInt(word);
    }
}
