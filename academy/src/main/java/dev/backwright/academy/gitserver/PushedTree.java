package dev.backwright.academy.gitserver;

import dev.backwright.judge.FileTree;
import dev.backwright.judge.Intake;
import java.io.IOException;
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

    /// Files and folders; beyond these it is too much, and not read on: one folder can stand in another a thousand times.
    private static final int ENTRIES = 1_000;

    private static final int DEEPEST = 50;

    /// Beyond these [Intake] takes none, and says so.
    private static final long BYTES = 10_000_000;

    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
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
        return intake.fromCommit(tree.files, tree.wrong);
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
        if (entries > ENTRIES) {
            wrong.addFirst(
                    "There are more than %d files and folders; leave some out.".formatted(ENTRIES));
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
            files.put(walk.getPathString(), content);
        }
    }

    private void refuse(TreeWalk walk, String why) {
        wrong.add("“%s”: %s".formatted(Remote.plain(walk.getPathString()), why));
    }
}
