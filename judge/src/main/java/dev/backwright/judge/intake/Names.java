package dev.backwright.judge.intake;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which names a file may have: plain relative paths, the same on every machine.
final class Names {

    private static final int LONGEST_PATH = 400;
    private static final int LONGEST_SEGMENT = 200;
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*", Pattern.DOTALL);

    private Names() {}

    /// What is wrong with the name and what to do; `null` where nothing is.
    static @Nullable String problem(String name) {
        String shown = shown(name);
        if (name.isEmpty()) {
            return "A file has no name: give it one.";
        }
        if (name.codePoints().anyMatch(c -> Character.isISOControl(c) || isInvisible(c))) {
            return shown + ": the name has a control character in it; rename the file.";
        }
        if (name.indexOf('\uFFFD') >= 0 || !isUnicode(name)) {
            return shown + ": the name is not valid UTF-8; rename the file.";
        }
        if (name.indexOf('\\') >= 0) {
            return shown + ": the name has a backslash in it; separate folders by / .";
        }
        if (name.startsWith("/") || DRIVE.matcher(name).matches()) {
            return shown + ": the name is absolute; use one relative to your work folder.";
        }
        return segmentProblem(name, shown);
    }

    private static @Nullable String segmentProblem(String name, String shown) {
        List<String> segments = Arrays.asList(name.split("/", -1));
        if (segments.contains("..")) {
            return shown + ": the name leads out of your work folder; leave the .. out.";
        }
        if (segments.contains("") || segments.contains(".")) {
            return shown + ": the name has an empty or . part; leave it out.";
        }
        if (segments.stream().anyMatch(s -> isFolder(s, ".git"))) {
            return shown + ": .git is not taken in; leave that folder out.";
        }
        if (segments.stream().anyMatch(s -> isFolder(s, "node_modules"))) {
            return shown
                    + ": node_modules is not taken in; leave it out, packages are there already.";
        }
        boolean tooLong = segments.stream().anyMatch(s -> bytes(s) > LONGEST_SEGMENT);
        return tooLong || bytes(name) > LONGEST_PATH
                ? shown
                        + ": the name is too long; use at most "
                        + LONGEST_SEGMENT
                        + " bytes a part."
                : null;
    }

    /// Two names with one key cannot lie side by side on every machine.
    static String key(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        return Normalizer.normalize(
                composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    static boolean isSkippedInFolder(String segment) {
        return isFolder(segment, ".git") || isFolder(segment, "node_modules");
    }

    /// The name in quotes, with whatever could mislead a terminal made visible, cut where it is long.
    static String shown(String name) {
        var out = new StringBuilder("“");
        name.codePoints().limit(120).forEach(c -> visible(out, c));
        return out.append(name.codePointCount(0, name.length()) > 120 ? "…”" : "”").toString();
    }

    private static void visible(StringBuilder out, int c) {
        boolean hidden =
                Character.isISOControl(c)
                        || isInvisible(c)
                        || Character.getType(c) == Character.SURROGATE;
        if (hidden) {
            out.append("\\u{%x}".formatted(c));
        } else {
            out.appendCodePoint(c);
        }
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isFolder(String segment, String name) {
        return segment.equalsIgnoreCase(name);
    }

    private static boolean isUnicode(String name) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(name);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
