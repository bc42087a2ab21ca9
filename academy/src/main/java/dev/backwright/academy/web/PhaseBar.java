package dev.backwright.academy.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The phases of a check as lengths, 168 wide; each is at least one unit, so that it can be seen.
public final class PhaseBar {

    private static final double WIDTH = 168;

    /// One phase.
    public record Part(int number, double x, double width) {
        public String path() {
            return String.format(Locale.ROOT, "M%.1f 0h%.1fv8h-%.1fz", x, width, width);
        }
    }

    private PhaseBar() {}

    public static List<Part> of(ResultPane.Phases phases) {
        var millis = phases.millis();
        double room = WIDTH - 2.0 * millis.size() + 1;
        double total = Math.max(phases.total(), 0.001);
        var parts = new ArrayList<Part>();
        double x = 0;
        for (int i = 0; i < millis.size(); i++) {
            double width = 1 + (room - millis.size()) * millis.get(i).millis() / total;
            parts.add(new Part(i + 1, x, Math.max(width, 1)));
            x += Math.max(width, 1) + 1;
        }
        return List.copyOf(parts);
    }
}
