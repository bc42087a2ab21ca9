package dev.backwright.tracer.record;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a recording may hold. The program itself is not bound by it: past `steps` it runs on unrecorded.
///
/// ```java
/// Limits.STANDARD.withSteps(500)
/// ```
///
/// @param steps how many steps are recorded
/// @param depth how many calls of the stack are shown
/// @param objects how many objects are shown at a time
/// @param properties how many properties or entries of one object
/// @param text how many characters of one string
/// @param output how many characters of all that the program prints: as much as the judge takes of it in real Node
public record Limits(int steps, int depth, int objects, int properties, int text, int output) {

    public static final Limits STANDARD =
            new Limits(10_000, 2_000, 2_000, 100, 1_000, 4 * 1024 * 1024);

    public Limits {
        if (steps < 1 || depth < 1 || objects < 1 || properties < 1 || text < 1 || output < 1) {
            throw new IllegalArgumentException("Each limit of a recording is at least 1.");
        }
    }

    Map<String, Object> shown() {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("steps", steps);
        shown.put("depth", depth);
        shown.put("objects", objects);
        shown.put("properties", properties);
        shown.put("text", text);
        shown.put("output", output);
        return shown;
    }

    public Limits withSteps(int most) {
        return new Limits(most, depth, objects, properties, text, output);
    }
}
