package dev.backwright.judge.tests;

import dev.backwright.checks.Unmet;
import dev.backwright.judge.JudgeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Runs single tests, each in a process of its own: two at a time, and of more than there can be processes for, as loops
/// make them, as many from first to last.
///
/// @param time how long all of them may take together
record Singles(Duration time) {

    private static final int MOST = 40;
    private static final int AT_ONCE = 2;

    /// Those that came to an end in time, where one of them went wrong; else all.
    Ran run(List<Callable<FileRan>> tests) {
        List<Callable<FileRan>> chosen = chosen(tests);
        List<FileRan> ran = inTime(chosen);
        if (ran.size() < chosen.size() && ran.stream().allMatch(FileRan::isWell)) {
            throw new Unmet(
                    "each test is run by itself, in a process of its own: of %d such runs %d were done after %d s, and these went well. Fewer or quicker tests take less."
                            .formatted(chosen.size(), ran.size(), time.toSeconds()));
        }
        return new Ran(ran);
    }

    private static List<Callable<FileRan>> chosen(List<Callable<FileRan>> tests) {
        int runs = Math.min(tests.size(), MOST);
        int gaps = Math.max(1, runs - 1);
        return IntStream.range(0, runs)
                .mapToObj(i -> tests.get(i * (tests.size() - 1) / gaps))
                .toList();
    }

    /// On threads of the system, since the talk with a process blocks on pipes.
    private List<FileRan> inTime(List<Callable<FileRan>> tests) {
        List<FileRan> ran = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<FileRan> each :
                    threads.invokeAll(tests, time.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!each.isCancelled()) {
                    ran.add(each.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JudgeException("the judge was stopped while it ran single tests", e);
        } catch (ExecutionException e) {
            throw new JudgeException("a test could not be run by itself: " + e.getCause(), e);
        }
        return ran;
    }
}
