package dev.backwright.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where words go and how they may look.
///
/// @param out results
/// @param err sentences for a person
/// @param here the folder the person is in
/// @param interactive whether a person watches `out`
/// @param colour whether colour is welcome
record Terminal(PrintStream out, PrintStream err, Path here, boolean interactive, boolean colour) {

    /// The script tells whether standard output is a terminal; `NO_COLOR` is heard (no-color.org).
    static Terminal ofThisProcess() {
        boolean interactive = Boolean.getBoolean("backwright.terminal");
        return new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Path.of("").toAbsolutePath(),
                interactive,
                interactive && welcomesColour(System.getenv()));
    }

    static boolean welcomesColour(Map<String, String> environment) {
        @Nullable String no = environment.get("NO_COLOR");
        return (no == null || no.isEmpty()) && !"dumb".equals(environment.get("TERM"));
    }

    /// A sentence for a person, led by our name.
    void say(String sentence) {
        err.println("backwright: " + sentence);
        err.flush();
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
