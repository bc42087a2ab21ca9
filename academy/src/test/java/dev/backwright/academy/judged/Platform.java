package dev.backwright.academy.judged;

import dev.backwright.academy.Backwright;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.judge.app.Boot;
import dev.backwright.judge.app.LearnersApp;
import dev.backwright.judge.seen.Origin;
import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.Sandbox;
import dev.backwright.sandbox.SandboxSettings;
import dev.backwright.sandbox.Sandboxes;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// The academy for many, handed in as a learner hands in a server: a `package.json` whose start script listens on `PORT`.
final class Platform implements AutoCloseable {

    static final String METRICS = "0123456789abcdef0123456789abcdef";
    static final String URL = "http://localhost";

    private static final Path TOOLBOX = Path.of("..", "toolbox").toAbsolutePath().normalize();
    private static final Path COURSE = Path.of("..", "course").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Limits ROOMY =
            Limits.STANDARD
                    .withWall(Duration.ofMinutes(10))
                    .withCpu(Duration.ofMinutes(10))
                    .withMemory(8192 * Limits.MEGABYTE)
                    .withDisk(2048 * Limits.MEGABYTE)
                    .withOutput(64 * Limits.MEGABYTE)
                    .withProcesses(2000);

    private final Sandbox sandbox;
    private final LearnersApp app;

    private Platform(Sandbox sandbox, LearnersApp app) {
        this.sandbox = sandbox;
        this.app = app;
    }

    /// @param folder of the test's, which it may fill
    static Platform start(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var settings = SandboxSettings.of(TOOLBOX, folder.resolve("run"));
        var sandbox = Sandboxes.open(settings.withKind(SandboxSettings.Kind.PROCESS));
        try {
            var files = new TreeMap<>(Map.of("package.json", manifest(classPath(folder))));
            var boot =
                    new Boot(
                            sandbox,
                            files,
                            ROOMY,
                            List.of(),
                            environment(),
                            null,
                            () -> null,
                            PATIENCE);
            return new Platform(sandbox, LearnersApp.start(boot, new Origin()));
        } catch (RuntimeException | IOException e) {
            sandbox.close();
            throw e;
        }
    }

    LearnersApp app() {
        return app;
    }

    private static Map<String, String> environment() {
        var database = TestDatabases.fresh();
        TestDatabases.judgeOf(database);
        return Map.of(
                "BACKWRIGHT_PEOPLE",
                "others",
                "BACKWRIGHT_URL",
                URL,
                "BACKWRIGHT_LOGS",
                "json",
                "BACKWRIGHT_METRICS_TOKEN",
                METRICS,
                "BACKWRIGHT_DATABASE_URL",
                database.url(),
                "BACKWRIGHT_DATABASE_USER",
                database.user(),
                "BACKWRIGHT_DATABASE_PASSWORD",
                database.password());
    }

    private static byte[] manifest(String classPath) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var start =
                "exec %s -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED"
                                .formatted(java)
                        + " -Dbackwright.course=%s -Dbackwright.toolbox=%s -Dbackwright.home=$HOME/academy"
                                .formatted(COURSE, TOOLBOX)
                        + " -cp %s %s --port $PORT"
                                .formatted(classPath, Backwright.class.getName());
        return JsonMapper.shared()
                .writeValueAsString(Map.of("scripts", Map.of("start", start)))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// It may run as a user who does not see into the home of whoever built it.
    private static String classPath(Path folder) throws IOException {
        var jars = Files.createDirectory(folder.resolve("jars"));
        var all = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            var path = Path.of(entry);
            all.add(Files.isRegularFile(path) ? seen(path, jars) : entry);
        }
        return String.join(File.pathSeparator, all);
    }

    private static String seen(Path jar, Path folder) throws IOException {
        var there = folder.resolve(jar.getFileName());
        if (!Files.exists(there)) {
            Files.copy(jar, there);
        }
        return there.toString();
    }

    @Override
    public void close() {
        app.close();
        sandbox.close();
    }
}
