package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.platform.SoloFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The academy in a process of its own, as the script starts it. Closing it is what a person does: Ctrl-C.
final class ChildAcademy implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path said;

    private ChildAcademy(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /// Begins to start; it may come to nothing.
    ///
    /// @param before words of a command that becomes the academy
    static ChildAcademy start(Path home, List<String> before, String... arguments)
            throws IOException {
        var words = new ArrayList<>(before);
        words.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dbackwright.home=" + home,
                        "-Dbackwright.course=" + RealAcademy.COURSE,
                        "-Dbackwright.toolbox=" + RealAcademy.TOOLBOX,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Backwright.class.getName()));
        words.addAll(List.of(arguments));
        var said = Files.createTempFile("academy-said", ".txt");
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        return new ChildAcademy(builder.redirectOutput(said.toFile()).start(), said);
    }

    /// Starts and waits for the line that says where.
    static ChildAcademy open(Path home) throws Exception {
        return start(home, List.of(), "--port", "0").greeted();
    }

    ChildAcademy greeted() throws Exception {
        Moment.comes(() -> !process.isAlive() || said().contains("Ctrl-C stops"), this::said);
        assertTrue(process.isAlive(), this::said);
        return this;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    String said() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Waits for its end.
    int exitCode() {
        return process.onExit().orTimeout(60, TimeUnit.SECONDS).join().exitValue();
    }

    /// As the command line asks.
    HttpResponse<String> send(SoloFile solo, String method, String path, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(solo.url() + path))
                        .header("Authorization", "Bearer " + solo.key())
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(SoloFile solo, String path) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(send(solo, "GET", path, "").body());
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// Ctrl-C.
    void interrupt() throws IOException {
        new ProcessBuilder("kill", "-INT", "" + process.pid()).start().onExit().join();
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            interrupt();
        }
        try {
            exitCode();
        } finally {
            process.destroyForcibly();
            http.close();
            Files.deleteIfExists(said);
        }
    }
}
