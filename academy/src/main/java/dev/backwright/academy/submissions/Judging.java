package dev.backwright.academy.submissions;

import dev.backwright.judge.FileTree;
import dev.backwright.judge.Report;

/// Whoever judges what the queue hands out.
public interface Judging {

    /// How many submissions may be judged side by side.
    int places();

    /// Judges. What we could not do is in the report; nothing is thrown.
    Report judge(Version version, FileTree files);

    /// A report is written.
    ///
    /// @param last false when judging came to nothing and will be tried again
    void written(Version version, Report report, boolean last);
}
