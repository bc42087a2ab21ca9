package dev.backwright.cli.shown;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// One branch of a drawn tree.
///
/// @param arrow the two signs before what it leads to
/// @param lane where it leads; empty where the text stands for itself
/// @param bracket what joins it to its neighbours: `┌`, `│`, `└`, `[` or nothing
/// @param text its lines, at least one where there is a lane
/// @param answer what came of it
/// @param took how long it took
record Branch(
        String arrow, String lane, String bracket, List<String> text, String answer, String took) {

    Branch {
        text = text.isEmpty() ? List.of("") : List.copyOf(text);
    }

    /// All branches of one stem.
    static List<String> drawn(String stem, List<Branch> branches) {
        var columns =
                new Columns(
                        widest(branches, Branch::lane),
                        widest(branches, Branch::bracket),
                        widest(
                                branches,
                                branch -> branch.lane.isEmpty() ? "" : branch.text.getFirst()),
                        widest(branches, Branch::answer));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            boolean last = i == branches.size() - 1;
            String fork = branches.size() == 1 ? "──" : i == 0 ? "─┬" : last ? " └" : " ├";
            String lead = i == 0 ? stem : " ".repeat(stem.length());
            lines.add(lead + fork + branches.get(i).first(columns));
            String under = " ".repeat(stem.length()) + (last ? "  " : " │");
            branches.get(i).more(columns).forEach(line -> lines.add(under + line));
        }
        return lines.stream().map(String::stripTrailing).toList();
    }

    private record Columns(int lane, int bracket, int text, int answer) {}

    private String first(Columns widths) {
        if (lane.isEmpty()) {
            return arrow + " " + text.getFirst();
        }
        return "%s %s  %s%s  %s  %s"
                .formatted(
                        arrow,
                        padded(lane, widths.lane),
                        padded(bracket, widths.bracket + Math.min(widths.bracket, 1)),
                        padded(text.getFirst(), widths.text),
                        padded(answer, widths.answer),
                        took);
    }

    private List<String> more(Columns widths) {
        String joined = bracket.equals("┌") || bracket.equals("│") ? "│" : "";
        String lead =
                " ".repeat(3 + widths.lane + 2)
                        + padded(joined, widths.bracket + Math.min(widths.bracket, 1));
        return text.stream().skip(1).map(line -> lead + line).toList();
    }

    private static int widest(List<Branch> branches, Function<Branch, String> cell) {
        return branches.stream().map(cell).mapToInt(Branch::length).max().orElse(0);
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(Math.max(0, width - length(cell)));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
