package dev.backwright.academy.gitserver;

import dev.backwright.academy.FakeJudge;
import dev.backwright.judge.Judge;
import dev.backwright.judge.Labs;
import dev.backwright.judge.Progress;
import dev.backwright.judge.Report;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.Submission;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;

/// A judge that tells of a first check, and of what is called `slow` says no more until it may.
final class TellingJudge {

    /// What its first check says, as a program could have printed it.
    static final String RUDE = "seen \u001b[31mred\u001b[0m\u202e\nand more";

    final Semaphore may = new Semaphore(0);
    private final Labs labs = Labs.load(FakeJudge.COURSE);
    private final Judge other = new FakeJudge(it -> Outcome.PASSED);

    Judge judge() {
        return (Judge)
                Proxy.newProxyInstance(
                        Judge.class.getClassLoader(),
                        new Class<?>[] {Judge.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("judge")) {
                                return judge((Submission) arguments[0], (Progress) arguments[1]);
                            }
                            try {
                                return method.invoke(other, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private Report judge(Submission submission, Progress progress) {
        var lab = labs.find(submission.lab()).orElseThrow();
        progress.phase("check");
        if (has(submission, "slow")) {
            var first = lab.checks().keySet().iterator().next();
            progress.checked(
                    new Report.CheckResult(
                            first, "first", Outcome.FAILED, null, RUDE, 0, 1, false, List.of()));
            may.acquireUninterruptibly();
        }
        var outcome = has(submission, "wrong") ? Outcome.FAILED : Outcome.PASSED;
        return FakeJudge.report(lab, submission, outcome);
    }

    private static boolean has(Submission submission, String word) {
        return submission.files().files().values().stream()
                .anyMatch(it -> new String(it, StandardCharsets.UTF_8).equals(word));
    }
}
