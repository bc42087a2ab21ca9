package dev.backwright.tracer;

import dev.backwright.tracer.node.Observer;
import dev.backwright.tracer.node.Phase;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Keeps what a program prints, up to a limit, and passes on what happens to whoever records it.
final class Heard implements Observer {

    /// As much as the judge takes of a program in real Node.
    private static final int MOST = 4 * 1024 * 1024;

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();
    private boolean overfull;
    private @Nullable Observer recording;

    void passOn(Observer to) {
        recording = to;
    }

    @Override
    public void enters(Phase phase) {
        if (recording != null) {
            recording.enters(phase);
        }
    }

    @Override
    public void begins(Object job) {
        if (recording != null) {
            recording.begins(job);
        }
    }

    @Override
    public void ended(Object job) {
        if (recording != null) {
            recording.ended(job);
        }
    }

    @Override
    public void prints(int descriptor, String text) {
        if (out.length() + err.length() + text.length() > MOST) {
            overfull = true;
        } else {
            (descriptor == 2 ? err : out).append(text);
        }
        if (recording != null) {
            recording.prints(descriptor, text);
        }
    }

    /// How it ended, as the recording's `end` has it.
    record End(int exit, String by) {}

    /// `{"out": "…", "err": "…", "exit": 0, "by": "finished"}`; `by` is `output` where not all that was printed is there.
    void write(JsonGenerator json, End end) {
        json.writeStartObject();
        json.writeStringProperty("out", out.toString());
        json.writeStringProperty("err", err.toString());
        json.writeNumberProperty("exit", end.exit());
        json.writeStringProperty("by", overfull ? "output" : end.by());
        json.writeEndObject();
    }
}
