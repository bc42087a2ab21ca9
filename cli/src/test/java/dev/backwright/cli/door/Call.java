package dev.backwright.cli.door;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A call of the script under way.
record Call(Process process, Path out, Path err) {

    private static final int PATIENCE_SECONDS = 120;

    /// What came of it.
    record Answer(int code, String out, String err) {}

    static Call of(ProcessBuilder builder) throws IOException {
        Path out = Files.createTempFile("backwright", ".out");
        Path err = Files.createTempFile("backwright", ".err");
        Process process =
                builder.redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .start();
        return new Call(process, out, err);
    }

    Answer answer() throws IOException, InterruptedException {
        try {
            assertTrue(
                    process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "the script does not end");
            return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }
}
