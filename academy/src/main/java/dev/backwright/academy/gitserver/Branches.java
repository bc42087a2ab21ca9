package dev.backwright.academy.gitserver;

import java.util.UUID;
import org.eclipse.jgit.internal.storage.dfs.DfsRefDatabase;
import org.eclipse.jgit.internal.storage.dfs.DfsRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.ReflogReader;
import org.eclipse.jgit.lib.SymbolicRef;
import org.eclipse.jgit.util.RefList;

/// A repository's branches, as JGit reads them. They are changed by [Repositories] alone, together with what they name.
final class Branches extends DfsRefDatabase {

    static final String MAIN = Constants.R_HEADS + "main";

    private final GitRows rows;
    private final UUID repository;

    Branches(DfsRepository of, GitRows rows, UUID repository) {
        super(of);
        this.rows = rows;
        this.repository = repository;
    }

    @Override
    protected RefCache scanAllRefs() {
        var all = new RefList.Builder<Ref>();
        var symbolic = new RefList.Builder<Ref>();
        rows.branches(repository)
                .forEach((name, head) -> {
                    var branch =
                            new ObjectIdRef.PeeledNonTag(
                                    Ref.Storage.PACKED, name, ObjectId.fromString(head));
                    all.add(branch);
                    if (name.equals(MAIN)) {
                        var pointer = new SymbolicRef(Constants.HEAD, branch);
                        all.add(pointer);
                        symbolic.add(pointer);
                    }
                });
        all.sort();
        return new RefCache(all.toRefList(), symbolic.toRefList());
    }

    /// The log of a branch is its versions.
    @Override
    public ReflogReader getReflogReader(Ref ref) {
        throw new UnsupportedOperationException("there is no log of branches");
    }

    @Override
    protected boolean compareAndPut(Ref old, Ref next) {
        throw new UnsupportedOperationException("branches move in Repositories alone");
    }

    @Override
    protected boolean compareAndRemove(Ref old) {
        throw new UnsupportedOperationException("branches stay");
    }
}
