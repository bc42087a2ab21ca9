package dev.backwright.judge.tests;

import java.util.List;
import java.util.regex.Pattern;

/// A test, or a suite of them, in one run.
///
/// @param file where it stands
/// @param names those of the suites and tests around it, then its own
/// @param twin how many with the same names began before it
/// @param why what it failed with
record Case(
        String file,
        List<String> names,
        int twin,
        boolean suite,
        int line,
        State state,
        String why) {

    Case {
        names = List.copyOf(names);
    }

    enum State {
        RUNNING,
        PASSED,
        FAILED,
        SKIPPED,
        TODO
    }

    /// What tells it from every other, in every run.
    record Id(String file, List<String> names, int twin) {}

    Id id() {
        return new Id(file, names, twin);
    }

    boolean is(State wanted) {
        return state == wanted;
    }

    /// Whether it is a test that ran to its end.
    boolean counts() {
        return !suite && (is(State.PASSED) || is(State.FAILED));
    }

    /// Whether `other` is around it.
    boolean isIn(Case other) {
        int depth = other.names.size();
        return depth < names.size() && names.subList(0, depth).equals(other.names);
    }

    /// `group > adds`.
    String title() {
        return String.join(" > ", names);
    }

    /// As `--test-name-pattern` names this one.
    String pattern() {
        return "^" + escaped(String.join(" ", names)) + "$";
    }

    private static String escaped(String name) {
        return Pattern.compile("[\\\\^$.*+?()\\[\\]{}|/]").matcher(name).replaceAll("\\\\$0");
    }
}
