package dev.backwright.sandbox;

import dev.backwright.sandbox.Output.Line;
import java.util.ArrayList;
import java.util.List;

/// Puts two streams together line by line; a line stands where it began.
final class Lines {

    private final List<Open> lines = new ArrayList<>();
    private final Open[] open = new Open[2];

    private static final class Open {
        private final boolean error;
        private final StringBuilder text = new StringBuilder();
        private boolean ended;

        Open(boolean error) {
            this.error = error;
        }

        Line line() {
            var cr = ended && !text.isEmpty() && text.charAt(text.length() - 1) == '\r';
            return new Line(error, text.substring(0, text.length() - (cr ? 1 : 0)));
        }
    }

    void add(boolean error, CharSequence text) {
        var string = text.toString();
        for (int from = 0; from < string.length(); ) {
            int end = string.indexOf('\n', from);
            var line = current(error);
            line.text.append(string, from, end < 0 ? string.length() : end);
            line.ended = end >= 0;
            from = end < 0 ? string.length() : end + 1;
        }
    }

    private Open current(boolean error) {
        int stream = error ? 1 : 0;
        var line = open[stream];
        if (line == null || line.ended) {
            line = new Open(error);
            open[stream] = line;
            lines.add(line);
        }
        return line;
    }

    List<Line> list() {
        return lines.stream().map(Open::line).toList();
    }
}
