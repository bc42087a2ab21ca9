package dev.backwright.course;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A fenced block of a lesson.
///
/// @param info what stands after the backquotes: `js file=counter.js run`
record Fence(String info, String text) {

    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^```(\\S[^\\n]*)?\\n(.*?)^```[ \\t]*$");

    static List<Fence> in(String markdown) {
        var fences = new ArrayList<Fence>();
        var matcher = BLOCK.matcher(markdown);
        while (matcher.find()) {
            String info = matcher.group(1);
            fences.add(new Fence(info == null ? "" : info.strip(), matcher.group(2)));
        }
        return fences;
    }

    /// What is left of a lesson without its fenced blocks.
    static String prose(String markdown) {
        return BLOCK.matcher(markdown).replaceAll("");
    }

    boolean is(String word) {
        return words().contains(word);
    }

    /// The file it is taken from.
    Optional<String> file() {
        return words().stream()
                .filter(word -> word.startsWith("file="))
                .map(word -> word.substring("file=".length()))
                .findFirst();
    }

    private List<String> words() {
        return Arrays.asList(info.split(" +"));
    }
}
