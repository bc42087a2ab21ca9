package dev.backwright.tracer;

import dev.backwright.tracer.node.FolderFiles;
import dev.backwright.tracer.node.NodeProcess;
import dev.backwright.tracer.node.Observer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// `Main FILE [ARGUMENTS]`: runs a program on the recorder's Node; it prints and exits as Node would.
public final class Main {

    /// The program could not be run at all.
    private static final int NOT_RUN = 70;

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(run(List.copyOf(Arrays.asList(arguments))));
    }

    private static int run(List<String> arguments) throws IOException {
        if (arguments.isEmpty()) {
            return refuse("Which program? Give its file: ./backwright trace order.mjs");
        }
        Path file = Path.of(arguments.getFirst()).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            return refuse("There is no file " + file + ".");
        }
        file = file.toRealPath();
        var files = new FolderFiles(folderFor(file));
        try (var engine = NodeProcess.engine();
                var out = new Console();
                var process = NodeProcess.boot(engine, files, out)) {
            return process.run(file.toString(), arguments.subList(1, arguments.size()));
        }
    }

    /// The working folder if the program lies in it, so that it finds its neighbours; else the program's own.
    private static Path folderFor(Path file) throws IOException {
        Path here = Path.of("").toRealPath();
        return file.startsWith(here) ? here : Objects.requireNonNull(file.getParent());
    }

    private static int refuse(String sentence) {
        System.err.println(sentence);
        return NOT_RUN;
    }

    /// Prints what the program prints.
    private static final class Console implements Observer, AutoCloseable {
        private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        private final PrintStream err = new PrintStream(System.err, false, StandardCharsets.UTF_8);

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
