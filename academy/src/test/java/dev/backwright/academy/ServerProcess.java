package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.platform.SoloFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The academy in a process of its own, as `./backwright` starts it: at the head of a process group, as from a terminal.
final class ServerProcess implements AutoCloseable {

    /// Tests may be started where SIGINT is ignored, which whoever they start would inherit.
    private static final List<String> FROM_A_TERMINAL =
            List.of(
                    "perl",
                    "-MPOSIX",
                    "-e",
                    "POSIX::setsid(); $SIG{INT} = 'DEFAULT'; exec { $ARGV[0] } @ARGV",
                    "--");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path home;
    private final Path said;

    private ServerProcess(Process process, Path home, Path said) {
        this.process = process;
        this.home = home;
        this.said = said;
    }

    /// Starts the real one.
    static ServerProcess start(Path home, String... words) throws IOException {
        return start(home, List.of(), Backwright.class, words);
    }

    /// @param before words that come before those of the virtual machine
    static ServerProcess start(Path home, List<String> before, Class<?> main, String... words)
            throws IOException {
        var command = new ArrayList<>(FROM_A_TERMINAL);
        command.addAll(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(
                List.of(
                        "-Dbackwright.course=" + RealAcademy.COURSE,
                        "-Dbackwright.toolbox=" + RealAcademy.TOOLBOX,
                        "-Dbackwright.home=" + home));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(words));
        var said = Files.createTempFile("academy", ".said");
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        return new ServerProcess(process, home, said);
    }

    /// Waits until the command line could find it.
    ServerProcess ready() throws IOException, InterruptedException {
        for (int i = 0; i < 1200; i++) {
            if (solo() != null) {
                return this;
            }
            assertTrue(process.isAlive(), () -> "it ended: " + saidSoFar());
            Thread.sleep(50);
        }
        throw new AssertionError("not ready after a minute: " + saidSoFar());
    }

    private SoloFile solo() {
        return SoloFile.read(inside(home))
                .filter(it -> it.pid() == process.pid())
                .orElse(null);
    }

    /// A path as this process sees it, which may have mounted something there.
    Path inside(Path path) {
        return process.isAlive()
                ? Path.of("/proc/" + process.pid() + "/root" + path.toAbsolutePath())
                : path;
    }

    HttpResponse<String> send(String method, String path, String json)
            throws IOException, InterruptedException {
        var solo = SoloFile.read(inside(home)).orElseThrow();
        var request =
                HttpRequest.newBuilder(URI.create(solo.url() + path))
                        .header("Authorization", "Bearer " + solo.key())
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(send("GET", path, "").body());
    }

    /// Waits until something holds of a submission.
    JsonNode await(String submission, java.util.function.Predicate<JsonNode> holds)
            throws IOException, InterruptedException {
        for (int i = 0; i < 1200; i++) {
            var where = json("/api/submissions/" + submission);
            if (holds.test(where)) {
                return where;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not within a minute: " + json("/api/submissions/" + submission));
    }

    long pid() {
        return process.pid();
    }

    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// What a terminal does at Ctrl-C: the whole group is told.
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", "--", "-" + process.pid()).start().waitFor();
    }

    /// Its exit code, once it has ended.
    int exit() throws InterruptedException {
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> "it goes on: " + saidSoFar());
        return process.exitValue();
    }

    /// What it printed so far, on both streams.
    String saidSoFar() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kill();
        http.close();
        Files.deleteIfExists(said);
    }
}
