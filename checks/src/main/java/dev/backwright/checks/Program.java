package dev.backwright.checks;

import java.util.List;

/// The learner's modules and scripts, run by real Node. Each check has a process of its own.
public interface Program {

    /// Imports a module of the submission (ESM or CommonJS, as Node decides) and gives its namespace.
    /// The same file imported twice is the same module. A module that cannot be loaded, throws, or
    /// ends the process while loading fails the check and says how.
    Value module(String file);

    /// Loads a module by `require`.
    Value require(String file);

    /// A value made by an expression of the check's own, evaluated in the learner's process and in
    /// strict mode: `program.value("Symbol('a')")`, `program.value("({ get x() { throw 1 } })")`.
    Value value(String expression);

    /// A recording function around a function expression: `program.spy("(item, n) => 12 * n")`.
    Spy spy(String functionExpression);

    /// Lets timers due, immediates and promise jobs run until the program rests or `millis` have passed.
    void settle(long millis);

    /// What was printed so far by the process behind [#module].
    Console console();

    /// Runs `node FILE ARGUMENTS…` as a process of its own, to its end.
    Run run(String file, String... arguments);

    /// As [#run], with these lines on its standard input.
    Run runWithInput(String input, String file, String... arguments);

    /// What a program printed.
    interface Console {
        /// Standard output.
        Seen out();

        /// Standard error.
        Seen err();

        /// Standard output, line by line.
        List<String> lines();
    }

    /// How a process went.
    interface Run extends Console {
        /// Its exit code. A process that was ended by a limit fails the check instead.
        Seen exit();
    }
}
