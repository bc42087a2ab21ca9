package dev.backwright.academy.gitserver;

import org.eclipse.jgit.internal.storage.dfs.DfsRepository;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryBuilder;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;

/// One person's repository of one lab, for one request.
final class GitRepository extends DfsRepository {

    private final Owned owned;
    private final Packs packs;
    private final Branches branches;

    GitRepository(Owned owned, GitRows rows) {
        super(new Description(owned));
        this.owned = owned;
        this.packs = new Packs(this, rows, owned.id());
        this.branches = new Branches(this, rows, owned.id());
        getConfig().setInt("pack", null, "threads", 1);
        // looking for differences takes memory without a limit; those that are there are sent on
        getConfig().setBoolean("pack", null, "deltacompression", false);
    }

    private static final class Description
            extends DfsRepositoryBuilder<Description, GitRepository> {

        Description(Owned owned) {
            setRepositoryDescription(new DfsRepositoryDescription(owned.id().toString()));
        }

        @Override
        public GitRepository build() {
            throw new UnsupportedOperationException("it describes one");
        }
    }

    Owned owned() {
        return owned;
    }

    @Override
    public Packs getObjectDatabase() {
        return packs;
    }

    @Override
    public Branches getRefDatabase() {
        return branches;
    }
}
