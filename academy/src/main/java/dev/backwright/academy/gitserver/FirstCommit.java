package dev.backwright.academy.gitserver;

import dev.backwright.judge.Lab;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;

/// What a repository begins with: the lab's starter. The same starter makes the same commit, for whomever and whenever.
final class FirstCommit {

    private static final PersonIdent ACADEMY =
            new PersonIdent(
                    "Backwright",
                    "academy@backwright.invalid",
                    Instant.parse("2026-01-01T00:00:00Z"),
                    ZoneOffset.UTC);

    private FirstCommit() {}

    static ObjectId of(Lab lab, GitRepository repository) throws IOException {
        try (var inserter = repository.newObjectInserter()) {
            var commit = new CommitBuilder();
            commit.setTreeId(tree(lab, inserter));
            commit.setAuthor(ACADEMY);
            commit.setCommitter(ACADEMY);
            commit.setMessage(lab.id() + ": the starter\n");
            var id = inserter.insert(commit);
            inserter.flush();
            return id;
        }
    }

    private static ObjectId tree(Lab lab, ObjectInserter inserter) throws IOException {
        var index = DirCache.newInCore();
        var builder = index.builder();
        for (Map.Entry<String, byte[]> file : lab.starter().files().entrySet()) {
            var entry = new DirCacheEntry(file.getKey());
            entry.setFileMode(FileMode.REGULAR_FILE);
            entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, file.getValue()));
            builder.add(entry);
        }
        builder.finish();
        return index.writeTree(inserter);
    }
}
