package dev.backwright.bench;

import dev.backwright.judge.FileTree;
import dev.backwright.judge.Judge;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Progress;
import dev.backwright.judge.Report;
import dev.backwright.judge.Submission;

/// A lab's solution, handed in.
///
/// @param files read once
record Solution(Judge judge, Lab lab, FileTree files) {

    static Solution of(Judge judge, Lab lab) {
        return new Solution(judge, lab, lab.solution());
    }

    /// From files given to report ready.
    ///
    /// @throws IllegalStateException when it does not pass
    Report judged() {
        Report report = judge.judge(new Submission("bench", lab.id(), files, 1, 1), Progress.NONE);
        if (report.verdict() != Report.Verdict.PASSED) {
            throw new IllegalStateException(lab.id() + " did not pass: " + report);
        }
        return report;
    }
}
