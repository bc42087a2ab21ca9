package dev.backwright.judge.program;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Program;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.judge.seen.Sighting;
import java.util.List;
import java.util.stream.Stream;

/// What a process printed, as far as it has been read.
///
/// @param command how it was run: `node main.js`
/// @param printed on standard output
/// @param complained on standard error
/// @param ending how it ended: `exit 1`; empty while it runs
/// @param repeat the same as one would type it, environment included: `PORT=80 node main.js`
/// @param given what it was given besides, for the evidence
record Printed(
        String command,
        String printed,
        String complained,
        String ending,
        String repeat,
        List<Evidence> given)
        implements Program.Console {

    /// Longer output is cut in the evidence: its beginning and its end are kept.
    private static final int LONGEST = 8_000;

    Printed(String command, String printed, String complained, String ending) {
        this(command, printed, complained, ending, command, List.of());
    }

    /// What the process behind a program's modules has printed so far.
    static Printed of(Probe probe) {
        Transcript transcript = probe.transcript();
        return new Printed("the program", transcript.out(), transcript.err(), probe.ending());
    }

    static Printed nothing() {
        return new Printed("the program", "", "", "");
    }

    @Override
    public Seen out() {
        return seen("standard output of " + command, printed);
    }

    @Override
    public Seen err() {
        return seen("standard error of " + command, complained);
    }

    @Override
    public List<String> lines() {
        return printed.lines().toList();
    }

    /// Whether there is anything to show.
    boolean tells() {
        return !(printed.isEmpty() && complained.isEmpty() && ending.isEmpty());
    }

    Evidence evidence() {
        return new Evidence.Console(repeat, cut(printed), cut(complained), ending);
    }

    Seen seen(String what, Object value) {
        return Sighting.of(what, value, this::unmet);
    }

    Unmet unmet(String message) {
        return new Unmet(message, Stream.concat(Stream.of(evidence()), given.stream()).toList());
    }

    static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int half = LONGEST / 2;
        return text.substring(0, half)
                + "\n… "
                + (text.length() - LONGEST)
                + " characters left out …\n"
                + text.substring(text.length() - half);
    }
}
