package dev.backwright.academy.web;

import java.util.List;

/// The hints of one check.
///
/// @param tiers how many there are
/// @param opened the texts opened so far, from the first; names in backquotes are set as code
/// @param nextIsOpen whether the next tier may be opened now
/// @param minutesToNext after how many minutes the next tier may be opened without a further attempt
/// @param heldBack what else holds the next one back, in a sentence; empty for nothing
public record Hints(
        int tiers, List<String> opened, boolean nextIsOpen, int minutesToNext, String heldBack) {

    public static final Hints NONE = new Hints(0, List.of(), false, 0);

    public Hints(int tiers, List<String> opened, boolean nextIsOpen, int minutesToNext) {
        this(tiers, opened, nextIsOpen, minutesToNext, "");
    }

    public Hints {
        opened = List.copyOf(opened);
    }

    public boolean hasMore() {
        return opened.size() < tiers;
    }

    /// Number of the tier that comes next.
    public int next() {
        return opened.size() + 1;
    }
}
