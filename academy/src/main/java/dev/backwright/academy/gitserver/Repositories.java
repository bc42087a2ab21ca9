package dev.backwright.academy.gitserver;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.judge.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.eclipse.jgit.internal.storage.dfs.DfsPackCompactor;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Everybody's repositories. One begins, with the lab's starter on `main`, when it is first asked for.
@Component
@ForMany
final class Repositories {

    private static final Logger LOG = LoggerFactory.getLogger(Repositories.class);

    static final String MOVED_ON =
            "The branch has moved on since you fetched. Run git pull --rebase, then push again.";

    static final String FULL =
            "A lab's repository takes %d MB, and this push would go beyond that. Leave large files out of its commits, or hand in on the lab's page."
                    .formatted(Most.REPOSITORY >> 20);

    private final GitRows rows;
    private final TransactionTemplate transaction;

    Repositories(GitRows rows, TransactionTemplate transaction) {
        this.rows = rows;
        this.transaction = transaction;
    }

    GitRepository open(Learner learner, Lab lab) {
        var id =
                rows.repository(learner, lab.id())
                        .or(() -> {
                            begin(learner, lab);
                            return rows.repository(learner, lab.id());
                        })
                        .orElseThrow(() -> CannotAnswer.notFound("There is no such repository."));
        return new GitRepository(new Owned(id, learner, lab), rows);
    }

    /// Two that begin at once wait for each other here, and the second finds it begun.
    private void begin(Learner learner, Lab lab) {
        transaction.executeWithoutResult(status -> {
            var owned = new Owned(UUID.randomUUID(), learner, lab);
            if (rows.begin(owned.id(), learner, lab.id())) {
                try (var repository = new GitRepository(owned, rows)) {
                    var first = FirstCommit.of(lab, repository);
                    repository.getObjectDatabase().store();
                    rows.addBranch(owned.id(), Branches.MAIN, first.name());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    /// Stores what a push brought, and moves its branch. Wants a transaction: two pushes wait for each other in it.
    ///
    /// @throws CannotAnswer where there is no room, or the branch has moved meanwhile
    void take(GitRepository repository, ReceiveCommand push) {
        var id = repository.owned().id();
        var packs = repository.getObjectDatabase();
        if (!rows.lock(id)) {
            throw CannotAnswer.notFound("This repository is gone.");
        }
        if (rows.size(id) + packs.freshBytes() > Most.REPOSITORY) {
            throw CannotAnswer.refused(FULL, List.of());
        }
        if (!moved(id, push)) {
            throw CannotAnswer.notNow(MOVED_ON);
        }
        packs.store();
    }

    private boolean moved(UUID id, ReceiveCommand push) {
        var name = push.getRefName();
        return push.getType() == ReceiveCommand.Type.CREATE
                ? isFree(id, name) && rows.addBranch(id, name, push.getNewId().name())
                : rows.moveBranch(id, name, push.getOldId().name(), push.getNewId().name());
    }

    /// [PushRules] has looked at it before, when others could still change it.
    private boolean isFree(UUID id, String name) {
        var others = rows.branches(id).keySet();
        return others.size() < Most.BRANCHES
                && others.stream()
                        .noneMatch(it -> it.startsWith(name + "/") || name.startsWith(it + "/"));
    }

    /// Makes one pack of many: each push brings one, and every reader looks through all. Nothing is lost where it does not come to that.
    void tidy(Owned owned) {
        try {
            if (rows.packs(owned.id()).size() > Most.PACKS) {
                transaction.executeWithoutResult(status -> {
                    if (rows.lock(owned.id())) {
                        compact(owned);
                    }
                });
            }
        } catch (RuntimeException e) {
            LOG.warn("The packs of a repository stay many", e);
        }
    }

    private void compact(Owned owned) {
        try (var repository = new GitRepository(owned, rows)) {
            var packs = repository.getObjectDatabase();
            var compactor = new DfsPackCompactor(repository);
            for (var pack : packs.getPacks()) {
                compactor.add(pack);
            }
            compactor.compact(NullProgressMonitor.INSTANCE);
            packs.store();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
