package dev.backwright.tracer;

import dev.backwright.tracer.node.Observer;
import dev.backwright.tracer.node.Phase;
import dev.backwright.tracer.node.Request;
import dev.backwright.tracer.record.Limits;
import tools.jackson.core.JsonGenerator;

/// Keeps what a program prints, up to a limit, and passes on what happens to whoever records it.
final class Heard implements Observer {

    private static final int MOST = Limits.STANDARD.output();

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();
    private boolean overfull;
    private Observer recording = Observer.NOBODY;

    void passOn(Observer to) {
        recording = to;
    }

    @Override
    public void enters(Phase phase) {
        recording.enters(phase);
    }

    @Override
    public void begins(Object job) {
        recording.begins(job);
    }

    @Override
    public void ended(Object job) {
        recording.ended(job);
    }

    @Override
    public void asks(Request request) {
        recording.asks(request);
    }

    @Override
    public void completes(Request request) {
        recording.completes(request);
    }

    @Override
    public void completed(Request request) {
        recording.completed(request);
    }

    @Override
    public void imports(String specifier, Object promise) {
        recording.imports(specifier, promise);
    }

    @Override
    public void prints(int descriptor, String text) {
        overfull |= out.length() + err.length() + text.length() > MOST;
        if (!overfull) {
            (descriptor == 2 ? err : out).append(text);
        }
        recording.prints(descriptor, text);
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
