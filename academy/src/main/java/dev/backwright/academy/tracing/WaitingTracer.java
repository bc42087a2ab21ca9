package dev.backwright.academy.tracing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
            throw e.getCause() instanceof TracerFailure failure
                    ? failure
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
        try (var out = new BufferedInputStream(process.getInputStream())) {
            var said = line(out);
            if (said.length == 0) {
                throw new TracerFailure("The recorder ended without an answer. " + complaint());
            }
            return new Traced(json.readValue(said, Said.class), rest(out));
        } catch (IOException e) {
            throw new TracerFailure("The recorder's answer broke off. " + complaint(), e);
        }
    }

    private static byte[] line(InputStream from) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int next = from.read(); next >= 0 && next != '\n'; next = from.read()) {
            bytes.write(next);
        }
        return bytes.toByteArray();
    }

    private byte[] rest(InputStream from) throws IOException {
        var bytes = from.readNBytes(LONGEST_ANSWER + 1);
        if (bytes.length > LONGEST_ANSWER) {
            throw new TracerFailure("The recording is longer than this academy takes.");
        }
        return bytes;
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
