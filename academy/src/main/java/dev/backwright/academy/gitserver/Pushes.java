package dev.backwright.academy.gitserver;

import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.StoreTrouble;
import dev.backwright.academy.submissions.Submissions;
import dev.backwright.academy.submissions.Version;
import dev.backwright.judge.Intake;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.transport.PostReceiveHook;
import org.eclipse.jgit.transport.PreReceiveHook;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceiveCommand.Result;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser;
import org.eclipse.jgit.transport.UnpackErrorHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Takes pushes: what was pushed is unpacked in memory, looked at, and then stored with its version in one transaction, or not at all.
@Component
@ForMany
final class Pushes {

    private static final Logger LOG = LoggerFactory.getLogger(Pushes.class);
    private static final String NOT_TAKEN = "these files cannot be taken in";
    private static final String OURS =
            "The academy could not take this in just now. Push again in a moment.";

    private final Submissions submissions;
    private final Intake intake;
    private final Repositories repositories;
    private final VerdictLines verdicts;
    private final Turns turns = new Turns();

    Pushes(
            Submissions submissions,
            Intake intake,
            Repositories repositories,
            VerdictLines verdicts) {
        this.submissions = submissions;
        this.intake = intake;
        this.repositories = repositories;
        this.verdicts = verdicts;
    }

    /// What is there, for whoever is about to push.
    void advertise(GitRepository repository, RefAdvertiser advertiser) throws IOException {
        to(repository, () -> {}).sendAdvertisedRefs(advertiser);
    }

    /// One push, until there is a verdict.
    void receive(GitRepository repository, InputStream in, OutputStream out) throws IOException {
        try (var turn = turns.take(repository.owned().learner())) {
            to(repository, turn::close).receive(in, out, null);
        }
    }

    /// @param unpacked called once nothing of it lies in memory any more, and its packs are tidy
    private ReceivePack to(GitRepository repository, Runnable unpacked) {
        var pack = new ReceivePack(repository);
        pack.setBiDirectionalPipe(false);
        pack.setObjectChecker(new ObjectChecker().setSafeForWindows(true).setSafeForMacOS(true));
        pack.setMaxObjectSizeLimit(Most.OBJECT);
        pack.setAllowNonFastForwards(true); // PushRules says why not
        var push = new Push(repository, pack, unpacked);
        pack.setPreReceiveHook(push);
        pack.setPostReceiveHook(push);
        pack.setUnpackErrorHandler(push);
        return pack;
    }

    private final class Push implements PreReceiveHook, PostReceiveHook, UnpackErrorHandler {

        private final GitRepository repository;
        private final Remote remote;
        private final UnpackErrorHandler usual;
        private final Runnable unpacked;
        private @Nullable Version version;

        Push(GitRepository repository, ReceivePack pack, Runnable unpacked) {
            this.repository = repository;
            this.remote = new Remote(pack);
            this.usual = pack.getUnpackErrorHandler();
            this.unpacked = unpacked;
        }

        @Override
        public void onPreReceive(ReceivePack pack, Collection<ReceiveCommand> open) {
            var commands = pack.getAllCommands();
            try {
                var refusal = PushRules.refusal(repository, commands);
                if (refusal.isPresent()) {
                    refuse(commands, refusal.get());
                } else {
                    handIn(commands.getFirst());
                }
            } catch (CannotAnswer e) {
                refuse(commands, String.valueOf(e.getMessage()));
            } catch (IOException | RuntimeException e) {
                if (StoreTrouble.of(e).isEmpty()) {
                    LOG.error("A push could not be taken in", e);
                }
                refuse(commands, OURS);
            }
        }

        private void handIn(ReceiveCommand command) throws IOException {
            var owned = repository.owned();
            try {
                var files = PushedTree.files(repository, command.getNewId(), intake);
                version =
                        submissions.handIn(
                                owned.learner(),
                                owned.lab(),
                                files,
                                () -> repositories.take(repository, command));
                command.setResult(Result.OK);
            } catch (Intake.Refused e) {
                for (var violation : e.violations()) {
                    remote.say(violation);
                }
                refuse(List.of(command), NOT_TAKEN);
            }
        }

        private static void refuse(List<ReceiveCommand> commands, String why) {
            commands.forEach(it -> it.setResult(Result.REJECTED_OTHER_REASON, Remote.plain(why)));
        }

        @Override
        public void onPostReceive(ReceivePack pack, Collection<ReceiveCommand> done) {
            repository.getObjectDatabase().forget();
            var taken = version;
            if (taken != null) {
                repositories.tidy(repository.owned());
            }
            unpacked.run();
            if (taken != null && pack.isSideBand()) {
                tell(taken);
            }
        }

        private void tell(Version taken) {
            try {
                verdicts.tell(taken, remote);
            } catch (IOException e) {
                LOG.debug("whoever pushed has gone", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void handleUnpackException(Throwable trouble) throws IOException {
            var words = words(trouble);
            if (words != null) {
                remote.say(words);
            }
            if (trouble instanceof RuntimeException) {
                LOG.warn("A push could not be unpacked", trouble);
                usual.handleUnpackException(new IOException(OURS));
            } else {
                usual.handleUnpackException(trouble);
            }
        }

        private static @Nullable String words(Throwable trouble) {
            return switch (trouble) {
                case TooMuch much -> much.getMessage();
                case TooLargeObjectInPackException _ ->
                        "A file in these commits is larger than %d MB. Leave it out of all of them: git rebase -i, or start from a fresh clone."
                                .formatted(Most.OBJECT / 1_000_000);
                case CorruptObjectException _ ->
                        "git's own check refuses what these commits hold. Mend the names of the files, or start from a fresh clone.";
                default -> null;
            };
        }
    }
}
