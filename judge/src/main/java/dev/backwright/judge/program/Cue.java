package dev.backwright.judge.program;

import dev.backwright.sandbox.Output;
import dev.backwright.sandbox.Running;
import java.util.Map;

/// A signal that is sent once a text has been printed.
record Cue(Running.Signal signal, String text) {

    private static final Map<String, Running.Signal> SIGNALS =
            Map.of(
                    "SIGTERM", Running.Signal.TERM,
                    "SIGINT", Running.Signal.INT,
                    "SIGHUP", Running.Signal.HUP,
                    "SIGKILL", Running.Signal.KILL);

    static Cue of(String name, String whenPrinted) {
        Running.Signal signal = SIGNALS.get(name);
        if (signal == null) {
            throw new IllegalArgumentException(
                    "no signal " + name + ", but one of " + SIGNALS.keySet());
        }
        return new Cue(signal, whenPrinted);
    }

    void watch(Running running) {
        running.output().follow(new Watch(running)::hear);
    }

    /// Keeps of each stream what may be the beginning of the text.
    private final class Watch {

        private final Running running;
        private final StringBuilder out = new StringBuilder();
        private final StringBuilder err = new StringBuilder();
        private boolean sent;

        Watch(Running running) {
            this.running = running;
        }

        /// The sandbox calls one piece at a time, and must not wait for us.
        void hear(Output.Piece piece) {
            StringBuilder heard = piece.error() ? err : out;
            heard.append(piece.text());
            if (!sent && heard.indexOf(text) >= 0) {
                sent = true;
                Thread.ofVirtual().start(() -> running.signal(signal));
            }
            heard.delete(0, Math.max(0, heard.length() - text.length()));
        }
    }
}
