package dev.backwright.bench;

import dev.backwright.judge.FileTree;
import dev.backwright.judge.Judge;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Progress;
import dev.backwright.judge.Report;
import dev.backwright.judge.Report.Verdict;
import dev.backwright.judge.Submission;

/// An answer that was judged until a judgement came of it, as an academy does.
///
/// @param report the last one; still `unjudged` where none came
/// @param again how often it was judged after the first time
record Attempts(Report report, int again) {

    private static final int MOST = 3;

    /// @param name the submission's, in its report
    static Attempts at(Judge judge, String name, Lab lab, FileTree files) {
        int attempt = 1;
        Report report = report(judge, name, lab, files, attempt);
        while (report.verdict() == Verdict.UNJUDGED && attempt < MOST) {
            report = report(judge, name, lab, files, ++attempt);
        }
        return new Attempts(report, attempt - 1);
    }

    private static Report report(Judge judge, String name, Lab lab, FileTree files, int attempt) {
        return judge.judge(new Submission(name, lab.id(), files, 1, attempt), Progress.NONE);
    }
}
