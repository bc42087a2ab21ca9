package dev.backwright.tracer;

import dev.backwright.tracer.node.FolderFiles;
import dev.backwright.tracer.node.NodeProcess;
import dev.backwright.tracer.node.Observer;
import dev.backwright.tracer.record.Limits;
import dev.backwright.tracer.record.Recording;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/// `Main [--json] [--steps N] FILE [ARGUMENT…]` runs a program on the recorder's Node: it prints and exits as Node would, or prints its
/// recording. `Main --serve` records one program for somebody else ([Service]).
public final class Main {

    /// The program could not be run at all.
    private static final int NOT_RUN = 70;

    private static final int MISUSED = 64;

    /// At a terminal a person ends what never ends.
    private static final Duration UNLIMITED = Duration.ofDays(1);

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) throws IOException {
        String first = arguments.length == 1 ? arguments[0] : "";
        if (first.equals("--serve")) {
            return new Service(System.in, new KeptOpen(System.out)).run();
        }
        if (first.equals("--practise")) {
            Service.practise();
            return 0;
        }
        return program(arguments);
    }

    private static int program(String[] arguments) throws IOException {
        try {
            var words = Words.of(arguments);
            Path file = Path.of(words.file()).toAbsolutePath().normalize();
            return Files.isRegularFile(file)
                    ? program(words, file.toRealPath())
                    : refuse(NOT_RUN, "There is no file " + file + ".");
        } catch (Words.Misused e) {
            return refuse(MISUSED, "backwright: " + e.getMessage());
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof OutOfMemoryError) {
                return refuse(
                        NOT_RUN,
                        "backwright: the program needs more memory than the recorder has; run it in real Node instead.");
            }
            throw e;
        }
    }

    private static int program(Words words, Path file) throws IOException {
        var files = new FolderFiles(folderFor(file));
        try (var engine = NodeProcess.engine()) {
            if (!words.json()) {
                try (var console = new Console();
                        var process = NodeProcess.boot(engine, files, console)) {
                    return process.run(file.toString(), words.arguments());
                }
            }
            var recording = new Recording(Limits.STANDARD.withSteps(words.steps()));
            try (var process = NodeProcess.boot(engine, files, recording)) {
                var out = new KeptOpen(System.out);
                recording.begin(
                        process, Objects.requireNonNull(file.getFileName()).toString(), out);
                var ending = process.run(file.toString(), words.arguments(), UNLIMITED);
                recording.end(ending);
                return ending.exit();
            }
        }
    }

    /// The working folder if the program lies in it, so that it finds its neighbours; else the program's own.
    private static Path folderFor(Path file) throws IOException {
        Path here = Path.of("").toRealPath();
        return file.startsWith(here) ? here : Objects.requireNonNull(file.getParent());
    }

    private static int refuse(int code, String sentence) {
        System.err.println(sentence);
        return code;
    }

    /// Prints what the program prints.
    private static final class Console implements Observer, AutoCloseable {
        private final PrintStream out = stream(System.out);
        private final PrintStream err = stream(System.err);

        private static PrintStream stream(OutputStream to) {
            return new PrintStream(to, false, StandardCharsets.UTF_8);
        }

        @Override
        public void prints(int descriptor, String text) {
            (descriptor == 2 ? err : out).print(text);
        }

        @Override
        public void close() {
            out.flush();
            err.flush();
        }
    }
}
