package dev.backwright.judge.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Collects files and whatever is wrong with them.
public final class Basket {

    private static final int MOST_SENTENCES = 30;

    private final Allowance allowance;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> byKey = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private int count;
    private long total;

    public Basket(Allowance allowance) {
        this.allowance = allowance;
    }

    /// Puts a file of an editor in.
    public void put(String name, String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            name(name);
            refuse(Names.shown(name) + ": the text has half a character in it; remove it.");
            return;
        }
        put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Puts a file in, or notes why not.
    public void put(String name, byte[] bytes) {
        if (!name(name)) {
            return;
        }
        total += bytes.length;
        if (bytes.length > allowance.fileBytes()) {
            tooLarge(name);
        } else if (!isText(bytes)) {
            refuse(
                    Names.shown(name)
                            + ": the file is not UTF-8 text; save it as UTF-8 or leave it out.");
        } else if (total <= allowance.totalBytes() && count <= allowance.files()) {
            files.put(name, bytes);
        }
    }

    /// Counts a file and looks at its name.
    ///
    /// @return whether the name is good
    boolean name(String name) {
        count++;
        String problem = Names.problem(name);
        if (problem != null) {
            refuse(problem);
            return false;
        }
        String other = byKey.putIfAbsent(Names.key(name), name);
        if (other != null) {
            refuse(clash(name, other));
            return false;
        }
        return true;
    }

    private static String clash(String name, String other) {
        return name.equals(other)
                ? Names.shown(name) + " is there twice; keep one."
                : "%s and %s differ only in case or in how a character is written; rename one."
                        .formatted(Names.shown(other), Names.shown(name));
    }

    void tooLarge(String name) {
        refuse(
                "%s: the file is larger than %s; make it smaller or leave it out."
                        .formatted(Names.shown(name), Allowance.size(allowance.fileBytes())));
    }

    /// Counts bytes of a file that is not kept.
    void weigh(long bytes) {
        total += bytes;
    }

    /// Notes what is wrong; nothing is taken in then.
    public void refuse(String sentence) {
        violations.add(sentence);
    }

    /// The most one more file can bring before all of it is too much.
    long room() {
        return Math.max(0, Math.min(allowance.fileBytes(), allowance.totalBytes() - total));
    }

    boolean isOverfull() {
        return total > allowance.totalBytes();
    }

    int count() {
        return count;
    }

    Allowance allowance() {
        return allowance;
    }

    /// The files taken in so far.
    public SortedMap<String, byte[]> files() {
        return files;
    }

    /// Everything that is wrong; empty where all may be taken in.
    public List<String> violations() {
        var all = new ArrayList<>(violations);
        filesInTheWayOfFolders(all);
        if (count > allowance.files()) {
            all.add("There are %s files; hand in at most %d.".formatted(count, allowance.files()));
        }
        if (isOverfull()) {
            all.add(
                    "The files are larger than %s together; leave out what is not needed."
                            .formatted(Allowance.size(allowance.totalBytes())));
        }
        if (all.isEmpty() && count == 0) {
            all.add("There are no files to take in; put your work there first.");
        }
        return shortened(all);
    }

    private void filesInTheWayOfFolders(List<String> all) {
        for (String name : byKey.values()) {
            for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
                String other = byKey.get(Names.key(name.substring(0, slash)));
                if (other != null) {
                    all.add(
                            "%s is a file, and %s needs a folder of that name; rename one."
                                    .formatted(Names.shown(other), Names.shown(name)));
                }
            }
        }
    }

    private static List<String> shortened(List<String> all) {
        if (all.size() <= MOST_SENTENCES) {
            return List.copyOf(all);
        }
        var some = new ArrayList<>(all.subList(0, MOST_SENTENCES));
        some.add("… and %d more like these.".formatted(all.size() - MOST_SENTENCES));
        return some;
    }

    private static boolean isText(byte[] bytes) {
        @Nullable String text = decoded(bytes);
        return text != null && text.indexOf('\0') < 0;
    }

    static @Nullable String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
