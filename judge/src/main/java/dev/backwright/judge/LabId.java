package dev.backwright.judge;

import java.util.regex.Pattern;

/// A lab's permanent name: step and folder, `javascript/closures`.
public record LabId(String step, String name) implements Comparable<LabId> {

    private static final Pattern SEGMENT = Pattern.compile("[a-z][a-z0-9_]*");

    public LabId {
        requireSegment(step);
        requireSegment(name);
    }

    /// @throws IllegalArgumentException when the text is no lab id
    public static LabId of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "a lab's id looks like javascript/closures, got " + text);
        }
        return new LabId(text.substring(0, slash), text.substring(slash + 1));
    }

    private static void requireSegment(String segment) {
        if (!SEGMENT.matcher(segment).matches()) {
            throw new IllegalArgumentException(
                    "a lab's id looks like javascript/closures, got the part " + segment);
        }
    }

    @Override
    public int compareTo(LabId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return step + "/" + name;
    }
}
