package dev.backwright.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The real command line in this process, on the real course, in a folder and with a home of the test's own.
record Typed(Path here, Path home, InputStream typed) {

    static final String DOOR = "'../my checkout/backwright'";

    /// What came of a command.
    record Answer(int code, String out, String err) {}

    Typed(Path here, Path home) {
        this(here, home, InputStream.nullInputStream());
    }

    /// The same, with this line piped in.
    Typed piping(String line) {
        var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        return new Typed(here, home, new ByteArrayInputStream(bytes));
    }

    static Typed in(Path top) throws IOException {
        Path whole = top.toRealPath();
        return new Typed(whole, whole.resolve("home"));
    }

    static Path repository() throws IOException {
        return Path.of("..").toRealPath();
    }

    Answer type(String... words) throws IOException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = type(out, err, words);
        return new Answer(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// Types what goes on until its thread is interrupted.
    ///
    /// @param said gets what is printed, on both streams
    Thread typeOnAThread(ByteArrayOutputStream said, String... words) {
        return Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        type(said, said, words);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private int type(ByteArrayOutputStream out, ByteArrayOutputStream err, String... words)
            throws IOException {
        var terminal = new Terminal(typed, stream(out), stream(err), here, DOOR, false, false);
        var places =
                new Places(repository().resolve("course"), repository().resolve("toolbox"), home);
        return new Words(places, terminal).obey(words);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
