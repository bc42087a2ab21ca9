package dev.backwright.academy.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// All labs at a glance, 1136 by 44: a mark for each step, a bar for each lab, higher the further it is.
public record Ruler(List<Mark> marks, List<Bar> bars, String says) {

    private static final double WIDTH = 1136;
    private static final double WIDEST_BAR = 14;
    private static final double FOOT = 42;

    /// Where a step begins.
    public record Mark(double x, String text) {}

    /// One lab.
    public record Bar(double x, double width, LabState state) {

        /// Its outline as the path of a drawing.
        public String path() {
            double height =
                    switch (state) {
                        case NOT_BEGUN -> 5;
                        case BEGUN -> 12;
                        case PASSED, PASSED_CLEAN -> 20;
                    };
            return String.format(
                    Locale.ROOT,
                    "M%.1f %.1fh%.1fv%.1fh-%.1fz",
                    x,
                    FOOT - height,
                    width,
                    height,
                    width);
        }
    }

    /// Steps share the width by their labs; one with few of them still has room for its name.
    public static Ruler of(PathPage page) {
        double unit = WIDTH / page.steps().stream().mapToInt(Ruler::weight).sum();
        var marks = new ArrayList<Mark>();
        var bars = new ArrayList<Bar>();
        double x = 0;
        for (var step : page.steps()) {
            marks.add(new Mark(x, step.number() + " " + step.title()));
            double at = x + 2.5;
            for (var lab : step.labs()) {
                double width = Math.min(unit - 5, WIDEST_BAR);
                bars.add(new Bar(at, width, lab.state()));
                at += width + 5;
            }
            x += unit * weight(step);
        }
        return new Ruler(List.copyOf(marks), List.copyOf(bars), says(page));
    }

    private static int weight(PathPage.Step step) {
        return Math.max(step.labs().size(), 5);
    }

    private static String says(PathPage page) {
        return "Of %d labs %d are passed clean, %d passed, %d begun."
                .formatted(
                        page.labs(),
                        count(page, LabState.PASSED_CLEAN),
                        count(page, LabState.PASSED),
                        count(page, LabState.BEGUN));
    }

    private static long count(PathPage page, LabState state) {
        return page.steps().stream()
                .flatMap(step -> step.labs().stream())
                .filter(lab -> lab.state() == state)
                .count();
    }
}
