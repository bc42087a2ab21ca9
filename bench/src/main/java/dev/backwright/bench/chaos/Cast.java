package dev.backwright.bench.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The academy and its judges, each a process. Who is dead is started again.
public final class Cast implements AutoCloseable {

    /// Holds the checks of the further lab, which belong to its digest.
    private static final String OURS = System.getProperty("java.class.path");

    private final Place place;
    private final int count;
    private final List<Process> judges = new ArrayList<>();
    private final List<Long> pids = new ArrayList<>();
    private @Nullable Process academy;

    /// @param count of judges
    Cast(Place place, int count) {
        this.place = place;
        this.count = count;
        Runtime.getRuntime().addShutdownHook(new Thread(this::endSoon, "cast-ending"));
    }

    /// Nobody outlives us, however we end short of `kill -9`.
    private synchronized void endSoon() {
        judges.forEach(Process::destroy);
        if (academy != null) {
            academy.destroy();
        }
    }

    /// Starts whoever is not there.
    synchronized void complete() throws IOException {
        if (academy == null || !academy.isAlive()) {
            var command = java("academy");
            command.addAll(List.of("-cp", place.academy() + ":" + OURS));
            command.addAll(List.of("dev.backwright.academy.Backwright", "--port", "0"));
            academy = started("academy", command);
        }
        judges.removeIf(judge -> !judge.isAlive());
        while (judges.size() < count && academyWasThere()) {
            var command = java("judge");
            command.addAll(List.of("-cp", OURS, "dev.backwright.judge.worker.Main"));
            judges.add(started("judge", command));
        }
    }

    /// Before its first start there is nothing to judge for.
    private boolean academyWasThere() {
        return Files.exists(place.home().resolve("judge.json"))
                && Files.exists(place.home().resolve("solo.json"));
    }

    private List<String> java(String who) {
        return new ArrayList<>(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dbench.who=" + who,
                        "-Dbackwright.course=" + place.course(),
                        "-Dbackwright.toolbox=" + place.toolbox(),
                        "-Dbackwright.home=" + place.home()));
    }

    private Process started(String who, List<String> command) throws IOException {
        var log = place.home().resolve(who + ".log").toFile();
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put("BACKWRIGHT_JUDGES", "apart");
        var process = builder.start();
        pids.add(process.pid());
        return process;
    }

    synchronized Stream<ProcessHandle> academy() {
        return academy == null ? Stream.empty() : Stream.of(academy.toHandle());
    }

    synchronized Stream<ProcessHandle> judges() {
        return List.copyOf(judges).stream().filter(Process::isAlive).map(Process::toHandle);
    }

    /// Of all that were ever started.
    synchronized List<Long> pids() {
        return List.copyOf(pids);
    }

    /// Ends all by SIGTERM.
    @Override
    public synchronized void close() throws IOException {
        var all = new ArrayList<>(judges);
        if (academy != null) {
            all.add(academy);
        }
        all.forEach(Process::destroy);
        for (var process : all) {
            try {
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IOException("process " + process.pid() + " did not end by SIGTERM");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }
}
