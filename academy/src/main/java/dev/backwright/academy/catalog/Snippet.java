package dev.backwright.academy.catalog;

import dev.backwright.judge.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A snippet of a lesson that can be recorded, with what it needs of the lesson's own folder and nothing else.
///
/// @param main the file that runs
/// @param files path and text
public record Snippet(String main, SortedMap<String, String> files) {

    public Snippet {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /// Those of a lab's lesson that are to be played, in its order.
    public static List<Snippet> played(Lab lab) {
        var folder = texts(lab.folder().resolve("lesson"));
        return Fence.in(lab.lesson()).stream()
                .filter(Fence::plays)
                .map(fence -> fence.file().orElseThrow())
                .distinct()
                .map(main -> new Snippet(main, needed(main, folder)))
                .toList();
    }

    /// The text of a file of a lab's lesson.
    ///
    /// @throws IllegalArgumentException when its folder holds no such file
    public static String text(Lab lab, String file) {
        Path lesson = lab.folder().resolve("lesson");
        Path wanted = lesson.resolve(file).normalize();
        if (!wanted.startsWith(lesson)) {
            throw new IllegalArgumentException(file + " lies outside the lesson of " + lab.id());
        }
        try {
            return Files.readString(wanted);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the lesson of %s names %s, which cannot be read".formatted(lab.id(), file), e);
        }
    }

    /// A file comes along when one that comes names it; so does what says which modules these are.
    private static SortedMap<String, String> needed(String main, SortedMap<String, String> folder) {
        var needed = new TreeMap<String, String>();
        var open = new ArrayDeque<>(List.of("package.json", main));
        while (!open.isEmpty()) {
            var path = open.remove();
            var text = folder.get(path);
            if (text != null && needed.put(path, text) == null) {
                folder.keySet().stream().filter(other -> names(text, other)).forEach(open::add);
            }
        }
        return needed;
    }

    private static boolean names(@Nullable String text, String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        var bare = "/" + (dot < 0 ? name : name.substring(0, dot));
        return text != null
                && (text.contains(name) || text.contains(bare + "'") || text.contains(bare + '"'));
    }

    private static SortedMap<String, String> texts(Path folder) {
        var texts = new TreeMap<String, String>();
        if (!Files.isDirectory(folder)) {
            return texts;
        }
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                texts.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
