package dev.backwright.services.postgres;

import dev.backwright.services.Listener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;

/// Measures, run by hand: `java -cp … dev.backwright.services.postgres.Figures FOLDER`.
final class Figures {

    private Figures() {}

    private interface Work {
        void run() throws Exception;
    }

    public static void main(String[] words) throws Exception {
        Path folder = Files.createDirectories(Path.of(words[0]));
        say(
                "unpack and initdb of the template, or nothing",
                1,
                () -> PostgresServer.throwAway(Given.binaries(), folder).close());
        say(
                "initdb and start of a lasting cluster, and stop",
                1,
                () -> PostgresServer.keep(Given.binaries(), folder.resolve("p")).close());
        say(
                "start of a lasting cluster, and stop",
                5,
                () -> PostgresServer.keep(Given.binaries(), folder.resolve("p")).close());
        say(
                "labs' start from the template, and stop",
                9,
                () -> PostgresServer.throwAway(Given.binaries(), folder).close());
        var server = new PostgresServer[1];
        say(
                "labs' start from the template",
                1,
                () -> server[0] = PostgresServer.throwAway(Given.binaries(), folder));
        say("a database and its drop", 30, () -> server[0].create(WireTest.ACCOUNTS).close());
        var db = new PostgresDatabase[1];
        say("a database", 1, () -> db[0] = server[0].create(WireTest.ACCOUNTS));
        try (var listener = new Listener(db[0].wire());
                var wired = Given.connection(listener, db[0].login());
                var direct =
                        java.sql.DriverManager.getConnection(
                                db[0].login().jdbcUrl(),
                                db[0].login().role(),
                                db[0].login().password())) {
            say("round trips direct, 1000", 9, () -> trips(direct));
            say("round trips on the wire, 1000", 9, () -> trips(wired));
        }
        say("a drop", 1, db[0]::close);
        server[0].close();
    }

    private static void trips(Connection connection) throws Exception {
        try (var statement =
                connection.prepareStatement("select balance from account where id = ?")) {
            for (int i = 0; i < 1000; i++) {
                statement.setInt(1, 1);
                statement.executeQuery().close();
            }
        }
    }

    private static void say(String what, int times, Work work) throws Exception {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                "%-55s p50 %8.1f ms  least %8.1f ms%n", what, millis[times / 2], millis[0]);
    }
}
