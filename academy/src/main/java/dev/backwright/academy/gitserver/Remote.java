package dev.backwright.academy.gitserver;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.transport.ReceivePack;

/// Lines that git shows behind `remote:`, each at once.
final class Remote {

    private static final int LONGEST = 300;

    private final OutputStream out;

    Remote(ReceivePack push) {
        this.out = push.getMessageOutputStream();
    }

    void say(String line) throws IOException {
        out.write((plain(line) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /// Nothing in it moves a terminal's cursor, changes its colours or hides: some of it is a learner's program's output.
    static String plain(String line) {
        var plain = new StringBuilder();
        line.codePoints().limit(LONGEST).forEach(c -> plain.appendCodePoint(isPlain(c) ? c : '·'));
        return line.codePointCount(0, line.length()) > LONGEST
                ? plain.append('…').toString()
                : plain.toString();
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
