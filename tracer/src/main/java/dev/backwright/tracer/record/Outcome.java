package dev.backwright.tracer.record;

import java.util.LinkedHashMap;
import java.util.Map;

/// How the program ended.
///
/// @param by finished, exit, uncaught, or the limit that stopped it: time, depth, memory; output where not all that was printed is there
record Outcome(int exit, String by) {

    Map<String, Object> shown(int recorded, int ran) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("exit", exit);
        shown.put("by", by);
        shown.put("recorded", recorded);
        shown.put("ran", ran);
        var sentence = sentence(recorded, ran);
        if (!sentence.isEmpty()) {
            shown.put("sentence", sentence);
        }
        return shown;
    }

    private String sentence(int recorded, int ran) {
        boolean overfull = by.equals("output");
        var console =
                overfull
                        ? "The program printed more than a recording keeps: what came after that is"
                                + " not here."
                        : "";
        if (recorded == ran) {
            return console;
        }
        return "The recording holds the first %,d steps of %,d. The program ran on to its end%s"
                .formatted(
                        recorded,
                        ran,
                        overfull ? ". " + console : ": console and exit code are whole.");
    }

    /// The same end of a program that printed more than is kept.
    Outcome overfull() {
        return new Outcome(exit, "output");
    }
}
