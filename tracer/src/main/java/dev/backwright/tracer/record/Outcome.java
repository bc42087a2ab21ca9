package dev.backwright.tracer.record;

import java.util.LinkedHashMap;
import java.util.Map;

/// How the program ended.
///
/// @param by finished, exit, uncaught, or the limit that stopped it: time, depth, memory, output
record Outcome(int exit, String by) {

    Map<String, Object> shown(int recorded, int ran) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("exit", exit);
        shown.put("by", by);
        shown.put("recorded", recorded);
        shown.put("ran", ran);
        if (recorded < ran) {
            shown.put(
                    "sentence",
                    "The recording holds the first %,d steps of %,d. The program ran on to its end: console and exit code are whole."
                            .formatted(recorded, ran));
        }
        return shown;
    }
}
