package dev.backwright.cli;

import dev.backwright.cli.shown.Ink;
import dev.backwright.cli.shown.ReportText;
import dev.backwright.judge.Progress;
import dev.backwright.judge.Report;
import dev.backwright.judge.ReportJson;

/// Tells what was found: to the person or the script at the terminal, and to a running academy.
final class Teller implements Progress {

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

    void tell(Target target, Report report) {
        String text = ReportJson.write(report);
        terminal.out()
                .print(
                        json
                                ? text.stripTrailing() + "\n"
                                : ReportText.of(report, new Ink(terminal.colour())));
        terminal.out().flush();
        terminal.say(advice(target, report));
        terminal.say(academy.tell(target.lab().id(), text));
    }

    private static String advice(Target target, Report report) {
        String lab = target.lab().id().toString();
        return switch (report.verdict()) {
            case PASSED -> lab + " is passed; ./backwright labs lists what comes next.";
            case FAILED -> lab + " is not passed yet; mend what is marked ✗ and check again.";
            case UNJUDGED ->
                    lab
                            + " could not be judged, which is our fault; try again, and see ./backwright doctor.";
        };
    }
}
