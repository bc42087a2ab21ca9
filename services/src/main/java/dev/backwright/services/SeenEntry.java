package dev.backwright.services;

import dev.backwright.services.SeenStatement.Fate;
import java.util.List;

/// A statement while it is on its way; [#seen] is what is known so far.
final class SeenEntry {

    private final int connection;
    private final int transaction;
    private final String text;
    private final String shown;
    private final List<String> parameters;
    private final double startMillis;

    private long sentNanos = System.nanoTime();
    private double millis;
    private long rows = -1;
    private Fate fate = Fate.UNANSWERED;
    private String error = "";
    private String note = "";
    private boolean ended;

    SeenEntry(
            int connection,
            int transaction,
            String text,
            List<String> parameters,
            double startMillis) {
        this.connection = connection;
        this.transaction = transaction;
        this.text = text;
        this.shown = SqlText.shown(text);
        this.parameters = parameters;
        this.startMillis = startMillis;
    }

    /// The whole text, for patterns.
    String text() {
        return text;
    }

    synchronized void sent() {
        sentNanos = System.nanoTime();
    }

    synchronized boolean open() {
        return !ended;
    }

    synchronized void came(long more) {
        rows = Math.max(rows, 0) + more;
    }

    synchronized void done(long reported) {
        if (reported >= 0) {
            came(reported);
        }
        end(Fate.DONE);
    }

    synchronized void failed(String why) {
        error = why;
        end(Fate.FAILED);
    }

    synchronized void cutBefore() {
        ended = true;
        fate = Fate.CUT_BEFORE;
    }

    /// Whatever the server answered, it was lost.
    synchronized void cutAfter() {
        if (open()) {
            end(Fate.CUT_AFTER);
        }
        fate = Fate.CUT_AFTER;
    }

    synchronized void note(String what) {
        note = note.isEmpty() ? what : note + "; " + what;
    }

    private void end(Fate how) {
        if (!ended) {
            ended = true;
            fate = how;
            millis = (System.nanoTime() - sentNanos) / 1e6;
        }
    }

    synchronized SeenStatement seen() {
        return new SeenStatement(
                connection,
                transaction,
                shown,
                parameters,
                rows,
                startMillis,
                millis,
                fate,
                error,
                note);
    }
}
