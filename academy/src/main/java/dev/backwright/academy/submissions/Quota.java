package dev.backwright.academy.submissions;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.Premises;
import dev.backwright.judge.FileTree;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How much one person may store in an academy for many: versions, drafts, what was pushed. Alone there is no end to it but the disk's.
/// Nothing is ever deleted for it.
@Component
public final class Quota {

    /// What a version takes beside its files.
    private static final long OF_A_VERSION = 1_000;

    private final JdbcClient db;
    private final long megabytes;

    Quota(JdbcClient db, Premises premises) {
        var places = premises.places();
        this.db = db;
        this.megabytes = places.site().many() ? places.serving().quota() : Long.MAX_VALUE;
    }

    /// Bytes that a person may still store; less than none where the quota was more once.
    public long left(Learner learner) {
        if (megabytes == Long.MAX_VALUE) {
            return Long.MAX_VALUE;
        }
        long stored =
                db.sql("select coalesce(sum(bytes), 0)::bigint from stored where person = ?")
                        .param(learner.person())
                        .query(Long.class)
                        .single();
        return megabytes * 1_000_000 - stored;
    }

    /// Asked in the transaction that would take the files. Of two at once both may be the last.
    ///
    /// @throws CannotAnswer where there is no room for them
    void require(Learner learner, FileTree files) {
        if (left(learner) < bytes(files)) {
            throw full();
        }
    }

    /// What a version with these files takes.
    public static long bytes(FileTree files) {
        return OF_A_VERSION
                + files.files().values().stream().mapToLong(content -> content.length).sum();
    }

    /// There is no room for what was brought.
    public CannotAnswer full() {
        var says =
                "There is no room for this: of one person the academy keeps %d MB, and you have as good as that. Nothing was taken in, and nothing was deleted. Ask an admin for more room (BACKWRIGHT_QUOTA)."
                        .formatted(megabytes);
        return CannotAnswer.refused(says, List.of());
    }
}
