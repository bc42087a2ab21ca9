package dev.backwright.judge.tests;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Tests;
import dev.backwright.checks.Unmet;
import dev.backwright.judge.seen.Sighting;
import dev.backwright.judge.tests.Case.State;
import java.util.List;
import java.util.Set;

/// One run, and what is expected of it.
///
/// @param where after what a test does: `in another order`; empty for the usual
/// @param reason what is true of the program; empty where nothing was said
record LearnersRun(LearnersTests tests, Ran ran, String where, String reason) implements Tests.Run {

    @Override
    public Tests.Run because(String why) {
        return new LearnersRun(tests, ran, where, why);
    }

    @Override
    public Tests.Run pass() {
        requireFiles();
        ran.breakage().ifPresent(this::fails);
        if (!ran.failed().isEmpty()) {
            fails(failure(ran.failed().getFirst()));
        }
        ran.late().ifPresent(this::fails);
        ran.unhappy()
                .ifPresent(file ->
                        fails(
                                "the process of %s ended with exit code %d, though no test failed"
                                        .formatted(file.file(), file.exit())));
        if (ran.count() == 0) {
            fails(none());
        }
        return this;
    }

    @Override
    public Tests.Run fail() {
        requireFiles();
        Set<Case.Id> reliable = tests.reliable();
        if (ran.failed().stream().noneMatch(it -> reliable.contains(it.id()))) {
            fails("expected that a test fails; " + unnoticed(reliable));
        }
        return this;
    }

    private String unnoticed(Set<Case.Id> reliable) {
        if (ran.breakage().isPresent()) {
            return ran.breakage().get();
        }
        if (!ran.failed().isEmpty()) {
            return "\"%s\" does, but not on every right program does it pass, so that it tells nothing"
                    .formatted(ran.failed().getFirst().title());
        }
        if (ran.late().isPresent()) {
            return "none does, but " + ran.late().get();
        }
        if (ran.count() == 0) {
            return none();
        }
        return reliable.isEmpty()
                ? "no test passes on every right program"
                : "%s"
                        .formatted(
                                ran.count() == 1
                                        ? "the only one passes"
                                        : "all " + ran.count() + " pass");
    }

    @Override
    public Seen count() {
        return seen("the number of tests that ran", ran.count());
    }

    @Override
    public Seen leftBehind() {
        ran.breakage().ifPresent(this::fails);
        return seen("what the tests replaced and did not put back", ran.left());
    }

    private Seen seen(String what, Object value) {
        Sighting sighting = Sighting.of(what, value, this::unmet);
        return reason.isEmpty() ? sighting : sighting.because(reason);
    }

    private String failure(Case failed) {
        String among =
                ran.count() == 1 || where.startsWith("without")
                        ? ""
                        : " of " + ran.count() + " tests";
        long count = ran.cases().stream().filter(it -> it.is(State.FAILED) && !it.suite()).count();
        return "\"%s\" (%s:%d) fails%s%s: %s"
                .formatted(
                        failed.title(),
                        failed.file(),
                        failed.line(),
                        where.isEmpty() ? "" : " " + where,
                        count > 1 && !among.isEmpty() ? ", one of %d that do".formatted(count) : "",
                        failed.why());
    }

    private String none() {
        long put =
                ran.cases().stream()
                        .filter(it -> it.is(State.SKIPPED) || it.is(State.TODO))
                        .count();
        return put == 0
                ? "no test ran: " + String.join(", ", tests.runs().testFiles()) + " has none"
                : "no test ran: %d skipped or todo".formatted(put);
    }

    private void requireFiles() {
        if (tests.runs().testFiles().isEmpty()) {
            fails("there is no file that node --test takes for tests, such as a.test.js");
        }
    }

    private void fails(String what) {
        throw unmet(reason.isEmpty() ? what : reason + ": " + what);
    }

    private Unmet unmet(String message) {
        List<Evidence> evidence =
                shown().evidence(where.startsWith("without") ? "node --test, one test alone" : "");
        return new Unmet(message, evidence);
    }

    /// Of many runs of single tests only those that went wrong.
    private Ran shown() {
        if (!where.startsWith("without")) {
            return ran;
        }
        return new Ran(ran.files().stream().filter(file -> !file.isWell()).limit(3).toList());
    }
}
