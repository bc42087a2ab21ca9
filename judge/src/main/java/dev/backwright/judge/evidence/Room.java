package dev.backwright.judge.evidence;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How many characters are left for a check's evidence, and what of a text goes into them, cleaned.
final class Room {

    private static final int ITEMS = 200;
    private static final String LEFT_OUT = "… left out …";

    private int left;
    private int longest;
    private boolean truncated;

    /// @param characters of all texts together
    /// @param longest of one text
    Room(int characters, int longest) {
        this.left = characters;
        this.longest = longest;
    }

    /// Makes something of which no text may be longer than `most`.
    <T> T within(int most, Supplier<T> made) {
        int before = longest;
        longest = Math.min(before, most);
        try {
            return made.get();
        } finally {
            longest = before;
        }
    }

    int left() {
        return left;
    }

    boolean truncated() {
        return truncated;
    }

    void leaveOut() {
        truncated = true;
    }

    /// Takes room for what stands around texts.
    void take(int characters) {
        left -= characters;
    }

    <T> Stream<T> each(List<T> items) {
        truncated |= items.size() > ITEMS;
        take(16 * Math.min(items.size(), ITEMS));
        return items.stream().limit(ITEMS);
    }

    /// Whether a text would be kept whole.
    boolean holds(String text) {
        return text.length() <= room();
    }

    @Nullable String textOrNull(@Nullable String text) {
        return text == null ? null : text(text);
    }

    /// The beginning of a text.
    String text(String text) {
        int room = room();
        if (text.length() <= room) {
            return spent(Clean.text(text));
        }
        truncated = true;
        return spent(Clean.text(text.substring(0, room)) + LEFT_OUT);
    }

    /// The beginning and, for the larger part, the end of a text: what went wrong stands last.
    String tail(String text) {
        int room = room();
        if (text.length() <= room) {
            return spent(Clean.text(text));
        }
        truncated = true;
        String head = text.substring(0, room / 4);
        String end = text.substring(text.length() - room * 3 / 4);
        return spent(Clean.text(head) + "\n" + LEFT_OUT + "\n" + Clean.text(end));
    }

    private int room() {
        return Math.max(0, Math.min(longest, left));
    }

    private String spent(String text) {
        left -= text.length();
        return text;
    }
}
