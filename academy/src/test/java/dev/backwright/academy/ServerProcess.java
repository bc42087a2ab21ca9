package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.platform.SoloFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
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

    static ServerProcess start(Path home, String... words) throws IOException {
        return start(List.of(), home, words);
    }

    /// @param before words that come before those of the virtual machine
    static ServerProcess start(List<String> before, Path home, String... words) throws IOException {
        return start(before, RealAcademy.COURSE, home, words);
    }

    static ServerProcess start(List<String> before, Path course, Path home, String... words)
            throws IOException {
        var command = new ArrayList<>(FROM_A_TERMINAL);
        command.addAll(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(
                List.of(
                        "-Dbackwright.course=" + course,
                        "-Dbackwright.toolbox=" + RealAcademy.TOOLBOX,
                        "-Dbackwright.home=" + home));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Backwright.class.getName()));
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
    ServerProcess ready() throws InterruptedException {
        for (int i = 0; i < 1200; i++) {
            if (SoloFile.read(inside(home)).filter(it -> it.pid() == process.pid()).isPresent()) {
                return this;
            }
            assertTrue(process.isAlive(), () -> "it ended: " + saidSoFar());
            Thread.sleep(50);
        }
        throw new AssertionError("not ready after a minute: " + saidSoFar());
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

    /// Hands files in for a lab: `data/transactions`.
    ///
    /// @return the submission's id
    String handIn(String lab, String files) throws IOException, InterruptedException {
        var taken = send("POST", "/api/labs/" + lab + "/submissions", files);
        assertEquals(202, taken.statusCode(), taken.body());
        return JsonMapper.shared().readTree(taken.body()).path("id").asString();
    }

    /// Waits until a submission is `queued`, `running` or `done`.
    JsonNode await(String submission, String state) throws IOException, InterruptedException {
        return await(submission, where -> where.path("state").asString("").equals(state));
    }

    /// Waits until something holds of a submission.
    JsonNode await(String submission, Predicate<JsonNode> holds)
            throws IOException, InterruptedException {
        for (int i = 0; i < 1200; i++) {
            var where = json("/api/submissions/" + submission);
            if (holds.test(where)) {
                return where;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(
                json("/api/submissions/" + submission) + " after a minute; " + saidSoFar());
    }

    long pid() {
        return process.pid();
    }

    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// @param signal `TERM`; or `INT`, which the whole group gets, as a terminal does it at Ctrl-C
    void signal(String signal) throws IOException, InterruptedException {
        var whom = (signal.equals("INT") ? "-" : "") + process.pid();
        new ProcessBuilder("kill", "-" + signal, "--", whom).start().waitFor();
    }

    /// Its exit code, once it has ended.
    int exit() throws InterruptedException {
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), () -> "it goes on: " + saidSoFar());
        return process.exitValue();
    }

    /// What it printed so far, on both streams.
    String saidSoFar() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        kill();
        http.close();
        Files.deleteIfExists(said);
    }
}
