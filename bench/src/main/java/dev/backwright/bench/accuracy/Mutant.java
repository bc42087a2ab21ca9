package dev.backwright.bench.accuracy;

import dev.backwright.judge.FileTree;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/// One change to one place of a solution, as StrykerJS makes them.
///
/// @param file its path in the submission
/// @param line counted from 1
/// @param at the text of that line, without blanks around it
/// @param from what stands there
/// @param to what stands there instead
/// @param files the whole changed answer
public record Mutant(String file, int line, String at, String from, String to, FileTree files) {

    /// @param begin where `from` begins in the file's text, in UTF-16 units, as `end`
    public static Mutant of(FileTree solution, String file, int begin, int end, String to) {
        String text =
                new String(
                        solution.files().getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
        String changed = text.substring(0, begin) + to + text.substring(end);
        SortedMap<String, byte[]> files = new TreeMap<>(solution.files());
        files.put(file, changed.getBytes(StandardCharsets.UTF_8));
        int lineBegin = text.lastIndexOf('\n', begin - 1) + 1;
        int lineEnd = text.indexOf('\n', begin);
        return new Mutant(
                file,
                1 + (int) text.substring(0, begin).chars().filter(each -> each == '\n').count(),
                text.substring(lineBegin, lineEnd < 0 ? text.length() : lineEnd).strip(),
                text.substring(begin, end),
                to,
                new FileTree(files));
    }

    /// `closures.js:6 !done → true`, on one line.
    public String told() {
        return "%s:%d  %s  →  %s".formatted(file, line, brief(from), brief(to));
    }

    private static String brief(String code) {
        String line = code.strip().replaceAll("\\s+", " ");
        return line.length() <= 60
                ? line
                : line.substring(0, 40) + " … " + line.substring(line.length() - 16);
    }
}
