package dev.backwright.course;

import static java.util.Comparator.comparingLong;

import dev.backwright.judge.FileTree;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Lab.Wrong;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Which labs have had every answer judged as they are now: `graded.yaml`, a digest for each. Of those a whole run judges the solution,
/// one alternative, and as few wrong answers as fail each check; of a lab that has changed since, all. Decision 41 says why.
final class Graded {

    private static final JsonNode SEEN = Course.yaml("graded.yaml");

    /// No verdict depends on them.
    private static final Set<String> TEXTS =
            Set.of("lesson", "lesson.md", "hints.yaml", "mutants.yaml");

    private static final int DIGITS = 16;

    private Graded() {}

    /// The wrong answers to judge.
    static List<Wrong> wrongs(Lab lab) {
        return isWhole(lab) ? lab.wrongs() : fewest(lab);
    }

    /// The right answers to judge beside the solution.
    static List<FileTree> alternatives(Lab lab) {
        var all = List.copyOf(lab.alternatives().values());
        return isWhole(lab) ? all : all.subList(0, 1);
    }

    private static boolean isWhole(Lab lab) {
        return Course.isAsked(lab) || !isSeen(lab);
    }

    static boolean isSeen(Lab lab) {
        return SEEN.path(lab.id().toString()).asString("").equals(digest(lab));
    }

    /// What `graded.yaml` has to say once all of a lab's answers were judged.
    static String line(Lab lab) {
        return lab.id() + ": " + digest(lab);
    }

    /// As few as fail each check, taken greedily: next comes the one that fails most checks that none has failed yet.
    private static List<Wrong> fewest(Lab lab) {
        List<Wrong> some = new ArrayList<>();
        var open = new HashSet<>(lab.checks().keySet());
        while (!open.isEmpty()) {
            var next =
                    lab.wrongs().stream()
                            .max(comparingLong(wrong -> failed(wrong, open)))
                            .orElseThrow();
            if (!open.removeAll(next.fails())) {
                throw new AssertionError("no wrong answer of " + lab.id() + " fails " + open);
            }
            some.add(next);
        }
        return some;
    }

    private static long failed(Wrong wrong, Set<String> open) {
        return wrong.fails().stream().filter(open::contains).count();
    }

    private static String digest(Lab lab) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (Path file : Course.files(lab.folder())) {
                if (!TEXTS.contains(file.getName(0).toString())) {
                    byte[] bytes = Files.readAllBytes(lab.folder().resolve(file));
                    var head = file + " " + bytes.length + "\n";
                    digest.update(head.getBytes(StandardCharsets.UTF_8));
                    digest.update(bytes);
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + lab.folder(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
