package dev.backwright.academy.submissions;

import dev.backwright.judge.FileTree;
import dev.backwright.judge.Report;
import java.time.Instant;
import java.util.Optional;

/// Whoever judges what the queue hands out.
public interface Judging {

    /// How many submissions may be judged side by side.
    int places();

    /// What keeps anything from being judged just now and passes by itself or by a person's doing, in a sentence.
    Optional<String> hindrance();

    /// A report that says of each check why it is not judged.
    Report unjudged(Version version, String why);

    /// Judges. What we could not do is in the report; nothing is thrown.
    Report judge(Version version, FileTree files);

    /// Judges what was judged before, and tells nobody how far it is.
    ///
    /// @param since when that was asked for
    Report again(Version version, FileTree files, Instant since);

    /// A report is written.
    ///
    /// @param last false when judging came to nothing and will be tried again
    void written(Version version, Report report, boolean last);
}
