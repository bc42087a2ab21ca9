package dev.backwright.cli.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A program's answer to a short question.
///
/// @param code its exit code; -1 where it gave no answer in time
/// @param said its first line, of standard output or error
record Asked(int code, String said) {

    private static final int PATIENCE_SECONDS = 10;

    /// Asks; empty where there is no such program.
    static Optional<Asked> program(String... command) {
        try {
            Path answer = Files.createTempFile("backwright-doctor", ".txt");
            try {
                return Optional.of(ask(List.of(command), answer));
            } finally {
                Files.deleteIfExists(answer);
            }
        } catch (IOException noSuchProgram) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Asked ask(List<String> command, Path answer)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(answer.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            return new Asked(-1, "no answer within %d s".formatted(PATIENCE_SECONDS));
        }
        String said = Files.readString(answer, StandardCharsets.ISO_8859_1).strip();
        return new Asked(process.exitValue(), said.lines().findFirst().orElse(""));
    }

    boolean went() {
        return code == 0;
    }
}
