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

    /// `node FILE ARGUMENTS…` as a process of its own, in surroundings of the check's own:
    /// `program.command("main.js").env("PORT", "80").file(".env", "PORT=90").run()`.
    Command command(String file, String... arguments);

    /// A process that has not started. Each word gives another command and leaves this one as it is.
    interface Command {
        /// Sets a variable of its environment, which otherwise holds nothing of this machine's but `PATH`, `HOME` and `TMPDIR`.
        Command env(String name, String value);

        /// Lays a file into its folder, or replaces one, for this run only.
        Command file(String path, String text);

        /// Takes a file of the submission away, for this run only; it need not be there.
        Command without(String path);

        /// Options of Node's, before the file: `node("--enable-source-maps")`.
        Command node(String... options);

        /// So many megabytes for its old generation. A process that needs more is ended by Node, and fails the check.
        /// Buffers lie outside: only the lab's limit on memory holds for them.
        default Command heap(int megabytes) {
            return node("--max-old-space-size=" + megabytes);
        }

        /// What stands on its standard input.
        Command input(String text);

        /// As [#input(String)], made piece by piece while it is read, and so as long as you like. What never ends is ended by
        /// the process, which need not read it all.
        Command input(Iterable<String> pieces);

        /// Sends a signal (`SIGTERM`, `SIGINT`, `SIGHUP`, `SIGKILL`) as soon as this text stands on its standard output or
        /// standard error. A process that ends by it has the exit code 128 + the signal's number, as in a shell.
        Command signal(String name, String whenPrinted);

        /// Runs it to its end.
        Run run();
    }

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

        /// The files it left in its folder that were not there before, sorted. Plain files only, no links.
        Seen left();

        /// The text of a file as it was left, at most its first 4 MB; absent where there is no such plain file.
        Seen file(String path);

        /// How many bytes such a file has.
        Seen size(String path);
    }
}
