package dev.backwright.judge.project;

import java.util.List;

/// What a package manager says went wrong, out of all that it prints.
final class Complaint {

    private static final int LONGEST = 200;

    private Complaint() {}

    /// npm's code and first sentence, or Yarn's error; empty where neither complains.
    static String of(String complained) {
        List<String> npm = after("npm error ", complained);
        if (npm.isEmpty()) {
            return cut(String.join("", after("error ", complained).stream().limit(1).toList()));
        }
        return cut(
                String.join(
                        ": ",
                        npm.stream()
                                .map(line -> line.replaceFirst("^code ", ""))
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .limit(2)
                                .toList()));
    }

    private static List<String> after(String lead, String text) {
        return text.lines()
                .filter(line -> line.startsWith(lead))
                .map(line -> line.substring(lead.length()))
                .toList();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
