package dev.backwright.academy.submissions;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.judge.LabId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// One state of a learner's files that is kept for good.
///
/// @param id also the submission's id
/// @param learner whose it is
/// @param number of this learner's versions of the lab, from 1
/// @param labDigest digest of the lab it was handed in for
/// @param filesDigest digest of the files alone: equal files, equal digest
/// @param seed where whatever varies comes from
/// @param attempt the learner's attempt at this lab, from 1; 0 for what was never to be judged
public record Version(
        UUID id,
        Learner learner,
        LabId lab,
        int number,
        Kind kind,
        String labDigest,
        String filesDigest,
        long seed,
        int attempt,
        Instant createdAt) {

    /// Whether there is, or will be, a report on it.
    public boolean isJudged() {
        return kind != Kind.KEPT;
    }

    /// Where a version comes from.
    public enum Kind {
        /// Handed in, to be judged here.
        CHECKED,
        /// Judged by the command line, which told its report.
        TOLD,
        /// Put aside before something else took its place.
        KEPT;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
