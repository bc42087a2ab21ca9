package dev.backwright.academy.submissions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The files a learner works on: a draft that survives, and always a way back.
@Component
public final class Workbench {

    private final Drafts drafts;
    private final Versions versions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Workbench(Drafts drafts, Versions versions, TransactionTemplate transaction, Clock clock) {
        this.drafts = drafts;
        this.versions = versions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What lies on the bench: the draft where there is one, else the starter.
    ///
    /// @param draft `null` where there is none
    /// @param olderStarter whether the draft began with another starter than the lab has now
    public record Laid(Map<String, String> files, @Nullable Draft draft, boolean olderStarter) {}

    public Laid open(Learner learner, Lab lab) {
        var draft = drafts.find(learner, lab.id());
        return draft.map(found -> new Laid(found.files(), found, isOlder(lab, found)))
                .orElseGet(() -> new Laid(texts(lab.starter()), null, false));
    }

    /// Saves over whatever is there.
    ///
    /// @return when the draft counts as saved
    public Instant overwrite(Learner learner, Lab lab, FileTree files) {
        return drafts.put(learner, lab.id(), draft(lab, files));
    }

    /// Saves over the draft that these files grew from.
    ///
    /// @param base when that one was saved; `null` where there was none
    /// @return when the draft counts as saved
    /// @throws CannotAnswer where another window has saved one since, other than this
    public Instant save(Learner learner, Lab lab, FileTree files, @Nullable Instant base) {
        var draft = draft(lab, files);
        var saved =
                base == null
                        ? drafts.begin(learner, lab.id(), draft)
                        : drafts.goOn(learner, lab.id(), draft, base);
        return saved.or(() -> sameAsThere(learner, lab, draft)).orElseThrow(Workbench::movedOn);
    }

    /// Whoever saves again what he saved, because he never heard the answer, has saved it.
    private Optional<Instant> sameAsThere(Learner learner, Lab lab, Draft draft) {
        return drafts.find(learner, lab.id())
                .filter(there -> there.files().equals(draft.files()))
                .map(Draft::savedAt);
    }

    private static CannotAnswer movedOn() {
        return CannotAnswer.notNow(
                "Another window or computer has saved another draft of this lab since. Look at it, then save yours with its savedAt as base, or take that one.");
    }

    private Draft draft(Lab lab, FileTree files) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Draft(digest(lab), texts(files), now);
    }

    /// A draft that began with an older starter goes on with the present one.
    public void keep(Learner learner, Lab lab) {
        drafts.rebase(learner, lab.id(), digest(lab));
    }

    /// Puts the starter's files back. What was there before stays as a version.
    ///
    /// @param file which one; `null` for all
    /// @return what lies on the bench now
    /// @throws CannotAnswer where there is no room for another version
    public Laid startAgain(Learner learner, Lab lab, @Nullable String file) {
        transaction.executeWithoutResult(status -> {
            drafts.find(learner, lab.id())
                    .flatMap(draft -> onlyHere(learner, lab, draft))
                    .ifPresent(files -> versions.add(learner, lab, files, Version.Kind.KEPT, 0));
            if (file == null) {
                drafts.remove(learner, lab.id());
            } else {
                overwrite(learner, lab, one(learner, lab, file));
            }
        });
        return open(learner, lab);
    }

    /// Brings everybody's drafts of a lab along that had another name. Of two of one person the later one stays, the other becomes
    /// a version. Wants a transaction.
    void bring(LabId former, Lab lab) {
        drafts.holders(former).forEach(learner -> bring(learner, former, lab));
    }

    private void bring(Learner learner, LabId former, Lab lab) {
        var old = drafts.find(learner, former).orElse(null);
        var present = drafts.find(learner, lab.id()).orElse(null);
        if (old == null) {
            return;
        }
        if (present != null && !old.savedAt().isAfter(present.savedAt())) {
            putAside(learner, lab, old);
            drafts.remove(learner, former);
            return;
        }
        if (present != null) {
            putAside(learner, lab, present);
            drafts.remove(learner, lab.id());
        }
        drafts.move(learner, former, lab.id());
    }

    private FileTree one(Learner learner, Lab lab, String file) {
        var files = new TreeMap<>(tree(open(learner, lab).files()).files());
        var original = lab.starter().files().get(file);
        if (original == null) {
            files.remove(file);
        } else {
            files.put(file, original);
        }
        return new FileTree(files);
    }

    private void putAside(Learner learner, Lab lab, Draft draft) {
        onlyHere(learner, lab, draft).ifPresent(files -> versions.keep(learner, lab, files));
    }

    /// The files of a draft, unless the same are a version already or are the starter's.
    private Optional<FileTree> onlyHere(Learner learner, Lab lab, Draft draft) {
        var files = tree(draft.files());
        var digest = FilesDigest.of(files);
        boolean known =
                versions.of(learner, lab.id()).stream()
                        .anyMatch(it -> it.filesDigest().equals(digest));
        return known || digest.equals(digest(lab)) ? Optional.empty() : Optional.of(files);
    }

    private static boolean isOlder(Lab lab, Draft draft) {
        return !draft.starterDigest().equals(digest(lab));
    }

    private static String digest(Lab lab) {
        return FilesDigest.of(lab.starter());
    }

    /// Files as text, for editors.
    public static Map<String, String> texts(FileTree tree) {
        var texts = new TreeMap<String, String>();
        tree.files().forEach((path, content) -> texts.put(path, new String(content, UTF_8)));
        return texts;
    }

    private static FileTree tree(Map<String, String> texts) {
        var files = new TreeMap<String, byte[]>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(UTF_8)));
        return new FileTree(files);
    }
}
