package dev.backwright.services.mongo.emulator;

import dev.backwright.services.ServiceException;
import dev.backwright.services.server.Command;
import dev.backwright.services.server.ServerUser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One process that emulates MongoDB: empty when opened, and private to whoever has it.
public final class Emulator implements AutoCloseable {

    private static final int START_SECONDS = 60;
    private static final int END_SECONDS = 3;

    /// A heap as large as a lab needs; what wants more ends the process, and nothing else.
    private static final List<String> OPTIONS =
            List.of(
                    "-Xmx160m",
                    "-Xss2m",
                    "-XX:MaxDirectMemorySize=64m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Xshare:auto",
                    "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                    "-Dio.netty.noUnsafe=true",
                    "-Djava.awt.headless=true");

    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;
    private int port;

    private Emulator(Process process) {
        this.process = process;
        this.questions =
                new BufferedWriter(
                        new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.answers =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Emulator start() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words = new java.util.ArrayList<>(ServerUser.ownSession());
        words.add(java);
        words.addAll(OPTIONS);
        words.addAll(List.of("-cp", classPath(), EmulatorProcess.class.getName()));
        try {
            return new Emulator(
                    Command.builder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start());
        } catch (IOException e) {
            throw new ServiceException("Cannot start the MongoDB emulator: " + e, e);
        }
    }

    /// Ours, with every entry from the root: the process begins elsewhere.
    private static String classPath() {
        String separator = System.getProperty("path.separator");
        return java.util.Arrays.stream(System.getProperty("java.class.path").split(separator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(java.util.stream.Collectors.joining(separator));
    }

    Emulator open() {
        port = Integer.parseInt(ask(EmulatorProcess.OPEN, START_SECONDS));
        return this;
    }

    /// Where it listens, on the loopback address.
    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /// Empties it; not, when a question of the program still keeps it busy.
    boolean emptied() {
        try {
            return alive()
                    && ask(EmulatorProcess.CLOSE, END_SECONDS).equals(EmulatorProcess.CLOSED);
        } catch (ServiceException busyOrGone) {
            return false;
        }
    }

    private String ask(String question, int seconds) {
        var answer =
                CompletableFuture.supplyAsync(() -> exchange(question), Thread::startVirtualThread);
        try {
            @Nullable String line = answer.get(seconds, TimeUnit.SECONDS);
            if (line != null) {
                return line;
            }
            throw new ServiceException("The MongoDB emulator ended by itself.");
        } catch (ExecutionException | TimeoutException e) {
            throw new ServiceException("The MongoDB emulator does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("Interrupted while the MongoDB emulator was asked.", e);
        }
    }

    private @Nullable String exchange(String question) {
        try {
            questions.write(question + "\n");
            questions.flush();
            return answers.readLine();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Ends the process.
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
