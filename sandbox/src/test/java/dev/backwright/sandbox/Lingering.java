package dev.backwright.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.sandbox.SandboxSettings.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process of ours that opens a sandbox, starts something long in it, and ends without closing anything.
///
/// @param kind of the sandbox
/// @param runs its folder for runs
/// @param name by which what it started is known on the whole machine
/// @param ending `exits`, or `waits` to be killed
record Lingering(Kind kind, Path runs, String name, String ending) {

    private static final String PROGRAM =
            "setsid sh -c 'cd /; sleep $0' $1 & (sleep $1 &); sleep $1 & echo up; wait";

    static Lingering that(String ending, Kind kind, Path runs) {
        var name = "7" + System.nanoTime() % 1_000_000_000;
        return new Lingering(kind, runs, name, ending);
    }

    /// Starts it; what it has started runs.
    Process start() throws Exception {
        var child =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Lingering.class.getName(),
                                kind.name(),
                                runs.toString(),
                                name,
                                ending)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        assertEquals("up", child.inputReader().readLine());
        return child;
    }

    /// Starts it, sees its programs run, and lets it end as it does.
    ///
    /// @return the process id it had
    long end() throws Exception {
        var child = start();
        try {
            if (ending.equals("waits")) {
                assertTrue(isAlive(), "the sleepers run before their owner is killed");
                child.toHandle().destroyForcibly();
            } else {
                child.getOutputStream().close();
            }
            assertTrue(child.waitFor(60, TimeUnit.SECONDS));
            return child.pid();
        } finally {
            child.destroyForcibly();
        }
    }

    boolean isAlive() {
        return ProcessHandle.allProcesses()
                .anyMatch(process ->
                        process.info()
                                .arguments()
                                .filter(words -> List.of(words).contains(name))
                                .isPresent());
    }

    @SuppressWarnings("resource") // not to close it is what this is about
    static void main(String[] arguments) throws Exception {
        var settings = SandboxSettings.of(Given.TOOLBOX, Path.of(arguments[1]));
        var open = Sandboxes.open(settings.withKind(Kind.valueOf(arguments[0])));
        var running = open.start(Given.command("sh", "-c", PROGRAM, "sh", arguments[2]));
        Until.holds(() -> running.output().out().equals("up\n"));
        System.out.println("up");
        if (arguments[3].equals("waits")) {
            Thread.sleep(Duration.ofMinutes(2));
        }
        System.in.read(); // until whoever started us has seen what runs
        System.exit(0);
    }
}
