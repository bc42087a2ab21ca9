package dev.backwright.academy.platform;

import dev.backwright.services.postgres.PostgresBinaries;
import dev.backwright.services.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// One real PostgreSQL for all tests of this process, and a fresh database for whoever asks.
public final class TestDatabases {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private TestDatabases() {}

    public static Places.Login fresh() {
        var login = Server.STARTED.lasting("academy_" + NEXT.incrementAndGet());
        return new Places.Login(login.jdbcUrl(), login.role(), login.password());
    }

    /// How the judges' role comes into a database that [#fresh] made.
    public static Places.Login judgeOf(Places.Login academy) {
        var name = academy.url().substring(academy.url().lastIndexOf('/') + 1);
        var login = Server.STARTED.guest(Judges.ROLE, name);
        return new Places.Login(login.jdbcUrl(), login.role(), login.password());
    }

    private static final class Server {

        static final PostgresServer STARTED = start();

        private static PostgresServer start() {
            try {
                var area = Files.createTempDirectory("academy-tests");
                var binaries =
                        PostgresBinaries.unpack(Path.of("target", "runtime").toAbsolutePath());
                var server = PostgresServer.throwAway(binaries, area);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, area)));
                return server;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        private static void end(PostgresServer server, Path area) {
            server.close();
            try (var left = Files.walk(area)) {
                left.sorted(java.util.Comparator.reverseOrder())
                        .map(Path::toFile)
                        .forEach(file -> file.deleteOnExit());
            } catch (IOException e) {
                System.err.println("left behind: " + area);
            }
        }
    }
}
