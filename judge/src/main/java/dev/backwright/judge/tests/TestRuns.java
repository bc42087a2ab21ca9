package dev.backwright.judge.tests;

import dev.backwright.judge.JudgeException;
import dev.backwright.judge.program.NodeTests;
import dev.backwright.judge.tests.Case.State;
import dev.backwright.sandbox.Ahead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;

/// One submission's tests, run on one program after another. Each run is made once, by whoever asks first, and serves
/// all its checks: nothing in it depends on the check. Safe for many threads.
public final class TestRuns {

    private static final int MOST_FILES = 10;

    private final SortedMap<String, byte[]> files;
    private final SortedMap<String, SortedMap<String, byte[]>> variants;
    private final Duration patience;
    private final Singles singles;
    private final Function<List<String>, Ahead> waiting;
    private final Map<String, CompletableFuture<Ran>> made = new HashMap<>();

    /// @param files the submission
    /// @param variants the lab's programs by name, `right/class_based`: the files that differ
    /// @param patience how long one test file may take
    /// @param together how long all single tests may take, each run by itself
    /// @param waiting a process that waits for files, started with flags of Node's test runner
    public TestRuns(
            SortedMap<String, byte[]> files,
            SortedMap<String, SortedMap<String, byte[]>> variants,
            Duration patience,
            Duration together,
            Function<List<String>, Ahead> waiting) {
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        this.variants = Collections.unmodifiableSortedMap(new TreeMap<>(variants));
        this.patience = patience;
        this.singles = new Singles(together);
        this.waiting = waiting;
    }

    List<String> testFiles() {
        List<String> found = TestFiles.in(files.keySet());
        return found.subList(0, Math.min(found.size(), MOST_FILES));
    }

    List<String> variants(String group) {
        return variants.keySet().stream().filter(it -> it.startsWith(group + "/")).toList();
    }

    /// On the program as the learner has it.
    Ran given() {
        return once("", () -> whole(standing(), List.of()));
    }

    /// On one of the lab's.
    Ran on(String variant) {
        var modules = variants.get(variant);
        if (modules == null) {
            throw new JudgeException(
                    "there is no variants/%s; there are %s".formatted(variant, variants.keySet()));
        }
        return once(variant, () -> whole(modules, List.of()));
    }

    Ran shuffled(long seed) {
        var flags =
                List.of("--test-randomize", "--test-random-seed=" + Math.floorMod(seed, 1 << 30));
        return once("shuffled " + seed, () -> whole(standing(), flags));
    }

    /// Each test by itself that passes among the others; of each only what was asked for.
    Ran alone() {
        return once("alone", this::eachAlone);
    }

    private Ran eachAlone() {
        List<Callable<FileRan>> all = new ArrayList<>();
        for (FileRan file : given().files()) {
            file.cases().stream()
                    .filter(each -> each.is(State.PASSED) && file.standsAlone(each))
                    .forEach(each -> all.add(() -> alone(file.file(), each)));
        }
        return singles.run(all);
    }

    private FileRan alone(String file, Case test) {
        return ran(file, standing(), List.of("--test-name-pattern=" + test.pattern()));
    }

    private Ran whole(SortedMap<String, byte[]> modules, List<String> flags) {
        return new Ran(testFiles().stream().map(file -> ran(file, modules, flags)).toList());
    }

    private FileRan ran(String file, SortedMap<String, byte[]> modules, List<String> flags) {
        return FileRan.of(
                file, NodeTests.run(waiting.apply(flags), files, modules, file, patience));
    }

    /// The learner's own program comes from memory like the others: nothing tells it from them. So it is every file that
    /// some variant replaces.
    private SortedMap<String, byte[]> standing() {
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        all.keySet()
                .removeIf(name -> variants.values().stream().noneMatch(it -> it.containsKey(name)));
        return all;
    }

    private Ran once(String name, Supplier<Ran> run) {
        CompletableFuture<Ran> mine = new CompletableFuture<>();
        CompletableFuture<Ran> first;
        synchronized (made) {
            first = made.putIfAbsent(name, mine);
        }
        if (first != null) {
            return joined(first);
        }
        try {
            mine.complete(run.get());
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        }
        return mine.join();
    }

    private static Ran joined(CompletableFuture<Ran> other) {
        try {
            return other.join();
        } catch (CompletionException e) {
            throw new JudgeException("the tests could not be run: " + e.getCause(), e);
        }
    }
}
