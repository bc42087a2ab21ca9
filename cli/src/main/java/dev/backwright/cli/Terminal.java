package dev.backwright.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where words go and how they may look.
///
/// @param in what is typed or piped in
/// @param out results
/// @param err sentences for a person
/// @param here the folder the person is in
/// @param door how the person called us, as it is pasted into a shell
/// @param interactive whether a person watches `out`
/// @param colour whether colour is welcome
record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Path here,
        String door,
        boolean interactive,
        boolean colour) {

    private static final String DOOR = "./backwright";

    /// The script tells whether standard output is a terminal; `NO_COLOR` is heard (no-color.org).
    static Terminal ofThisProcess() {
        boolean interactive = Boolean.getBoolean("backwright.terminal");
        return new Terminal(
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Path.of("").toAbsolutePath(),
                ShellWord.of(System.getProperty("backwright.door", DOOR)),
                interactive,
                interactive && welcomesColour(System.getenv()));
    }

    static boolean welcomesColour(Map<String, String> environment) {
        @Nullable String no = environment.get("NO_COLOR");
        return (no == null || no.isEmpty()) && !"dumb".equals(environment.get("TERM"));
    }

    /// How many columns a line may have; no limit where nobody watches, or nobody can say.
    int columns() {
        return interactive ? ScreenWidth.now() : ScreenWidth.UNLIMITED;
    }

    /// A sentence for a person, led by our name.
    void say(String sentence) {
        err.println("backwright: " + asCalled(sentence));
        err.flush();
    }

    /// The text with commands that work when pasted: `./backwright` is written as the person called it.
    String asCalled(String text) {
        return text.replace(DOOR, door);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
