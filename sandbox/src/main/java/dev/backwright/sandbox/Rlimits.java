package dev.backwright.sandbox;

import java.util.ArrayList;
import java.util.List;

/// Limits as `ulimit` sets them, in the words of `launch.sh`. They bind each process by itself.
final class Rlimits {

    /// What V8 sets aside for code before it runs a line, and the kernel counts as data though nothing is in it: Node 24
    /// needs 560 MB to start.
    private static final long RESERVED = 560 * Limits.MEGABYTE;

    private Rlimits() {}

    /// @param memory whether to limit each process's data, where no cgroup limits the tree's memory. Data, not address
    ///     space: V8 reserves far more than it uses.
    static List<String> instructions(Limits limits, boolean memory) {
        var words = new ArrayList<String>();
        add(words, "c", 0);
        add(words, "n", 1024);
        add(words, "f", Math.max(1, limits.disk() / 512));
        add(words, "t", limits.cpu().plusSeconds(2).toSeconds());
        if (memory) {
            add(words, "d", (limits.memory() + RESERVED) / 1024);
        }
        return words;
    }

    static List<String> processes(long count) {
        return List.of("processes", Long.toString(count));
    }

    private static void add(List<String> words, String letter, long value) {
        words.addAll(List.of("limit", letter, Long.toString(value)));
    }
}
