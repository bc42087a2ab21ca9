package dev.backwright.academy.tracing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.json.JsonMapper;

/// One process of the tracer: it has started and waits, records one program, and ends.
final class WaitingTracer implements AutoCloseable {

    /// Beyond the program's own time, for what is ours: starting, looking, writing.
    private static final Duration OURS = Duration.ofSeconds(20);

    private static final int LONGEST_ANSWER = 64 * 1024 * 1024;

    private static final int LONGEST_COMPLAINT = 4_000;

    private final Process process;
    private final JsonMapper json;

    WaitingTracer(Process process, JsonMapper json) {
        this.process = process;
        this.json = json;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Records it.
    ///
    /// @throws TracerFailure when no answer comes, and why
    Traced record(Task task) throws InterruptedException {
        var answer =
                CompletableFuture.supplyAsync(() -> exchange(task), Thread::startVirtualThread);
        try {
            return answer.get(task.millis() + OURS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new TracerFailure("The recorder did not answer in time.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException said
                    ? said
                    : new TracerFailure("The recorder failed: " + e.getCause(), e);
        } finally {
            close();
        }
    }

    private Traced exchange(Task task) {
        try (var in = process.getOutputStream()) {
            in.write(json.writeValueAsBytes(task));
            in.write('\n');
        } catch (IOException e) {
            throw new TracerFailure(
                    "The recorder had ended before it was asked. " + complaint(), e);
        }
        try (var out = process.getInputStream()) {
            return split(out.readNBytes(LONGEST_ANSWER + 1));
        } catch (IOException e) {
            throw new TracerFailure("The recorder's answer broke off. " + complaint(), e);
        }
    }

    /// The trace is one line, and what the program printed and how it ended is the line behind it.
    private Traced split(byte[] answer) {
        if (answer.length > LONGEST_ANSWER) {
            throw new TracerFailure("The recording is longer than this academy takes.");
        }
        int end = 0;
        while (end < answer.length && answer[end] != '\n') {
            end++;
        }
        if (end == answer.length) {
            throw new TracerFailure("The recorder ended without an answer. " + complaint());
        }
        var said = Arrays.copyOfRange(answer, end + 1, answer.length);
        return new Traced(json.readValue(said, Said.class), Arrays.copyOf(answer, end));
    }

    private String complaint() {
        try {
            return new String(
                            process.getErrorStream().readNBytes(LONGEST_COMPLAINT),
                            StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
