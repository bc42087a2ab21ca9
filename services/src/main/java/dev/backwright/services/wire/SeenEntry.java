package dev.backwright.services.wire;

import dev.backwright.services.wire.SeenStatement.Fate;
import java.util.List;

/// A statement while it is on its way; [#seen] is what is known so far.
public final class SeenEntry {

    private final String wire;
    private final int connection;
    private final int transaction;
    private final String text;
    private final String shown;
    private final List<String> parameters;
    private final long arrivedNanos = System.nanoTime();

    private long sentNanos = arrivedNanos;
    private long heldNanos;
    private long endNanos;
    private long rows = -1;
    private Fate fate = Fate.UNANSWERED;
    private String answer = "";
    private String error = "";
    private String note = "";
    private boolean ended;

    SeenEntry(
            String wire,
            int connection,
            int transaction,
            String text,
            String shown,
            List<String> parameters) {
        this.wire = wire;
        this.connection = connection;
        this.transaction = transaction;
        this.text = text;
        this.shown = shown;
        this.parameters = List.copyOf(parameters);
    }

    /// The whole text, for patterns.
    String text() {
        return text;
    }

    synchronized void sent() {
        sentNanos = System.nanoTime();
    }

    synchronized void held(long nanos) {
        heldNanos += nanos;
    }

    /// Whether its end has not come yet.
    public synchronized boolean open() {
        return !ended;
    }

    /// So many more rows came, and perhaps more will.
    public synchronized void came(long more) {
        rows = Math.max(rows, 0) + more;
    }

    /// The server has done it.
    ///
    /// @param reported how many rows it says came or were touched; -1 where it says nothing
    public synchronized void done(long reported) {
        if (reported >= 0) {
            came(reported);
        }
        end(Fate.DONE);
    }

    /// What the server said, in a few words, where that is more than a number of rows.
    public synchronized void answer(String what) {
        answer = what;
    }

    /// The server refused it.
    public synchronized void failed(String why) {
        error = why;
        end(Fate.FAILED);
    }

    synchronized void cutBefore() {
        end(Fate.CUT_BEFORE);
    }

    /// Whatever the server answered, it was lost.
    synchronized void cutAfter() {
        end(Fate.CUT_AFTER);
        fate = Fate.CUT_AFTER;
    }

    /// Something else that happened to it.
    public synchronized void note(String what) {
        note = note.isEmpty() ? what : note + "; " + what;
    }

    private void end(Fate how) {
        if (!ended) {
            ended = true;
            fate = how;
            endNanos = System.nanoTime();
        }
    }

    synchronized SeenStatement seen() {
        return new SeenStatement(
                wire,
                connection,
                transaction,
                shown,
                parameters,
                rows,
                arrivedNanos,
                sentNanos,
                heldNanos,
                ended ? endNanos : sentNanos,
                fate,
                answer,
                error,
                note);
    }
}
