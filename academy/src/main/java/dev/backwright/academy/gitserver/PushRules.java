package dev.backwright.academy.gitserver;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.ReceiveCommand;

/// What may be pushed: one branch, new or further on.
final class PushRules {

    private static final int LONGEST_NAME = 200;

    private PushRules() {}

    /// Why not, and what to do.
    static Optional<String> refusal(GitRepository repository, List<ReceiveCommand> pushed)
            throws IOException {
        if (pushed.size() != 1) {
            return Optional.of(
                    "What is pushed is judged, so push one branch at a time: git push origin main.");
        }
        var branch = pushed.getFirst();
        if (!branch.getRefName().startsWith(Constants.R_HEADS)) {
            return Optional.of("Only branches are taken, no tags: git push origin main.");
        }
        return switch (branch.getType()) {
            case CREATE -> whyNoNew(repository, branch);
            case UPDATE -> isOpen(branch) ? Optional.empty() : Optional.of(Repositories.MOVED_ON);
            case UPDATE_NONFASTFORWARD ->
                    Optional.of(
                            "This would take back commits that are here. Run git pull --rebase, then push again, or push to a new branch: git push origin HEAD:again.");
            case DELETE ->
                    Optional.of("Branches stay, with what was judged from them. Leave it there.");
        };
    }

    private static Optional<String> whyNoNew(GitRepository repository, ReceiveCommand branch)
            throws IOException {
        var branches = repository.getRefDatabase();
        if (!isOpen(branch)) {
            return Optional.of(Repositories.MOVED_ON);
        }
        if (branch.getRefName().length() > LONGEST_NAME
                || branches.isNameConflicting(branch.getRefName())) {
            return Optional.of(
                    "A branch cannot have this name: it is too long, or is the folder of another. Push to another: git push origin HEAD:again.");
        }
        if (!endsInCommit(repository, branch)) {
            return Optional.of(
                    "A branch ends in a commit, not in a tag or folder: git push origin HEAD:again.");
        }
        return branches.getRefsByPrefix(Constants.R_HEADS).size() < Most.BRANCHES
                ? Optional.empty()
                : Optional.of(
                        "There are %d branches, which is the most. Push to one that is there: git push origin main."
                                .formatted(Most.BRANCHES));
    }

    private static boolean endsInCommit(GitRepository repository, ReceiveCommand branch)
            throws IOException {
        try (var walk = new RevWalk(repository)) {
            return walk.parseAny(branch.getNewId()) instanceof RevCommit;
        }
    }

    /// Whether JGit has nothing against it.
    private static boolean isOpen(ReceiveCommand command) {
        return command.getResult() == ReceiveCommand.Result.NOT_ATTEMPTED;
    }
}
