package dev.backwright.cli;

import dev.backwright.judge.Report;

/// The command ends here with an exit code and a sentence that says what to do.
final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// Judged, and it does not pass.
    static final int FAILED = 1;

    /// It could not be judged: our fault or the machine's.
    static final int UNJUDGED = 2;

    /// Wrong usage.
    static final int MISUSED = 64;

    /// Anything else that could not be done.
    static final int FAULT = 70;

    private final int code;

    private Stop(int code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /// The exit code that says this verdict.
    static int code(Report.Verdict verdict) {
        return switch (verdict) {
            case PASSED -> 0;
            case FAILED -> FAILED;
            case UNJUDGED -> UNJUDGED;
        };
    }

    static Stop misused(String sentence) {
        return new Stop(MISUSED, sentence);
    }

    static Stop unjudged(String sentence) {
        return new Stop(UNJUDGED, sentence);
    }

    static Stop fault(String sentence) {
        return new Stop(FAULT, sentence);
    }

    int code() {
        return code;
    }
}
