package dev.backwright.academy.gitserver;

import dev.backwright.judge.FileTree;
import dev.backwright.judge.Intake;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/// The files of a commit, taken in as whatever else is handed in.
final class PushedTree {

    /// Beyond these it is too much in any case, and need not be read on: one folder can stand in another a thousand times.
    private static final int ENTRIES = 1_000;

    private static final int DEEPEST = 50;
    private static final long BYTES = 10_000_000;

    private final Map<String, String> texts = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();
    private int entries;
    private long bytes;

    private PushedTree() {}

    /// @throws Intake.Refused with everything that is wrong
    static FileTree files(Repository repository, ObjectId commit, Intake intake)
            throws IOException, Intake.Refused {
        var tree = new PushedTree();
        try (var commits = new RevWalk(repository);
                var walk = new TreeWalk(repository)) {
            walk.addTree(commits.parseCommit(commit).getTree());
            tree.read(walk);
        }
        return tree.taken(intake);
    }

    private void read(TreeWalk walk) throws IOException {
        while (entries <= ENTRIES && bytes <= BYTES && walk.next()) {
            entries++;
            if (!walk.isSubtree()) {
                take(walk);
            } else if (walk.getDepth() < DEEPEST) {
                walk.enterSubtree();
            } else {
                refuse(walk, "it lies in too many folders; put it higher up.");
            }
        }
    }

    private void take(TreeWalk walk) throws IOException {
        var mode = walk.getFileMode(0);
        if (FileMode.SYMLINK.equals(mode)) {
            refuse(walk, "it is a link; put the file itself there.");
        } else if (FileMode.GITLINK.equals(mode)) {
            refuse(walk, "it is a submodule; put its files there.");
        } else {
            var content = walk.getObjectReader().open(walk.getObjectId(0)).getBytes();
            bytes += content.length;
            text(walk, content);
        }
    }

    private void text(TreeWalk walk, byte[] content) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            texts.put(walk.getPathString(), text.toString());
        } catch (CharacterCodingException e) {
            refuse(walk, "the file is not UTF-8 text; save it as UTF-8 or leave it out.");
        }
    }

    private void refuse(TreeWalk walk, String why) {
        violations.add("“%s”: %s".formatted(Remote.plain(walk.getPathString()), why));
    }

    private FileTree taken(Intake intake) throws Intake.Refused {
        try {
            var files = intake.fromEditor(texts);
            if (violations.isEmpty()) {
                return files;
            }
        } catch (Intake.Refused e) {
            if (!texts.isEmpty() || violations.isEmpty()) {
                violations.addAll(e.violations());
            }
        }
        throw new Intake.Refused(violations);
    }
}
