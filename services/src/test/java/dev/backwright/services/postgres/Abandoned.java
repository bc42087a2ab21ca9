package dev.backwright.services.postgres;

import java.nio.file.Path;

/// A process that starts a server and is then killed by its test.
final class Abandoned {

    private Abandoned() {}

    public static void main(String[] words) throws InterruptedException {
        Path folder = Path.of(words[1]);
        var server =
                words[0].equals("keep")
                        ? PostgresServer.keep(Given.binaries(), folder)
                        : PostgresServer.throwAway(Given.binaries(), folder);
        System.out.println(server.pid());
        Thread.sleep(600_000);
    }

    static Process start(String kind, Path folder) throws java.io.IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Abandoned.class.getName(),
                        kind,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
