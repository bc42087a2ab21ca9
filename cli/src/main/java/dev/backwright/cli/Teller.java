package dev.backwright.cli;

import dev.backwright.cli.shown.Ink;
import dev.backwright.cli.shown.ReportText;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Report;
import dev.backwright.judge.ReportJson;
import dev.backwright.judge.Submission;

/// Tells what was found: to the person or the script at the terminal, and to a running academy.
final class Teller {

    private static final String CLEAR = "\033[H\033[2J\033[3J";

    private final Terminal terminal;
    private final boolean json;
    private final Academy academy;

    Teller(Terminal terminal, boolean json, Academy academy) {
        this.terminal = terminal;
        this.json = json;
        this.academy = academy;
    }

    void clear() {
        if (terminal.interactive() && !json) {
            terminal.out().print(CLEAR);
            terminal.out().flush();
        }
    }

    void tell(Submission submission, Report report) {
        show(terminal, report, json);
        terminal.say(advice(submission.lab(), report));
        terminal.say(academy.tell(submission, report));
    }

    /// The report alone.
    static void show(Terminal terminal, Report report, boolean json) {
        terminal.out()
                .print(
                        json
                                ? ReportJson.writePretty(report) + "\n"
                                : ReportText.of(
                                        report, new Ink(terminal.colour()), terminal.columns()));
        terminal.out().flush();
    }

    private static String advice(LabId lab, Report report) {
        return switch (report.verdict()) {
            case PASSED -> lab + " is passed; ./backwright labs lists what comes next.";
            case FAILED -> lab + " is not passed yet; mend what is marked ✗ and check again.";
            case UNJUDGED ->
                    lab
                            + " could not be judged, which is our fault; try again, and see ./backwright doctor.";
        };
    }
}
