package dev.backwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A program that is started anew for each reading, timed from before it is started until it has ended.
///
/// @param environment all it gets; `null` for what this process was started with
record Command(
        String name, Path folder, @Nullable Map<String, String> environment, List<String> words)
        implements Contestant {

    @Override
    public void run() throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        int code = builder().redirectOutput(output.toFile()).start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(
                    "%s ended with %d: %s".formatted(name, code, Files.readString(output)));
        }
    }

    private ProcessBuilder builder() {
        var builder =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectErrorStream(true);
        if (environment != null) {
            builder.environment().clear();
            builder.environment().putAll(environment);
        }
        return builder;
    }
}
