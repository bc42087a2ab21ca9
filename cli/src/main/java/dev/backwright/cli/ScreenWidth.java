package dev.backwright.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How wide the person's terminal is at this moment; `stty` of POSIX knows.
final class ScreenWidth {

    static final int UNLIMITED = 100_000;

    /// Narrower than this nothing can be laid out.
    private static final int LEAST = 40;

    private static final Pattern SIZE = Pattern.compile("^[0-9]+ ([1-9][0-9]{0,3})\\s*$");

    private ScreenWidth() {}

    static int now() {
        try {
            Process stty =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(new File("/dev/tty"))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (var out = stty.getInputStream()) {
                return of(new String(out.readAllBytes(), StandardCharsets.US_ASCII));
            }
        } catch (IOException noTerminal) {
            return UNLIMITED;
        }
    }

    /// @param said rows and columns: `24 80`; both are 0 where they are unknown
    static int of(String said) {
        Matcher told = SIZE.matcher(said);
        return told.find() ? Math.max(LEAST, Integer.parseInt(told.group(1))) : UNLIMITED;
    }
}
