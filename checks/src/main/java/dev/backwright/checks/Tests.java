package dev.backwright.checks;

import java.util.List;

/// The learner's own tests, run by `node:test` on programs of the lab's: the one the learner knows, and those in
/// `variants/`, which stand in its place without being told apart by path or source. Each test file has a process of
/// its own; the same run is made once for all checks.
///
/// ```java
/// tests.on("right/class_based").because("it answers as asked, in another style").pass();
/// tests.on("mutants/limit_included").because("1,000 g must still pay the lower price").fail();
/// ```
public interface Tests {

    /// On the program as the learner has it.
    Run given();

    /// On one of the lab's: `mutants/limit_included`.
    Run on(String variant);

    /// On the program as the learner has it, in another order, the same for the same seed.
    Run shuffled(long seed);

    /// On the program as the learner has it: each test that passes there once more, by its name and without the others. Of
    /// more than 40 tests it is 40, spread from the first to the last.
    Run alone();

    /// The lab's programs of one folder of `variants/`, sorted: `right/class_based`.
    List<String> variants(String group);

    /// The tests on one program.
    interface Run {

        /// Says, in the learner's words, what is true of this program; leads the failure message.
        Run because(String reason);

        /// Holds when at least one test ran, each passed, every file was loaded, and the process came to its end by
        /// itself with exit code 0. What is skipped or `todo` did not run.
        Run pass();

        /// Holds when a test fails here that passes on the given program and on all in `variants/right`. A run that breaks
        /// off, a test that never ends, and an error after a test has ended are not enough.
        Run fail();

        /// How many tests ran to their end, but for suites and for what is skipped or `todo`.
        Seen count();

        /// Names of what the tests replaced and did not put back, as it is after all their hooks: `Date.now`,
        /// `fetch`, `process.env.TZ`.
        Seen leftBehind();
    }
}
