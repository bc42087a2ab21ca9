package dev.backwright.bench.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Who may be killed.
enum Victim {
    ACADEMY("the academy"),
    JUDGE("a judge"),
    NODE("a learner's Node"),
    LABS_POSTGRES("the labs' PostgreSQL"),
    OWN_POSTGRES("the academy's PostgreSQL"),
    REDIS("a check's Redis"),
    RELAY("a relay");

    private final String words;

    Victim(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /// One that runs now.
    Optional<ProcessHandle> find(Cast cast) {
        return switch (this) {
            case ACADEMY -> any(cast.academy());
            case JUDGE -> any(cast.judges());
            case OWN_POSTGRES -> any(below(cast.academy(), Victim::isPostmaster));
            case LABS_POSTGRES -> any(below(cast.judges(), Victim::isPostmaster));
            case REDIS -> any(below(cast.judges(), Victim::isRedis));
            case RELAY -> any(below(cast.judges(), it -> it.contains("relay.cjs")));
            case NODE -> any(below(cast.judges(), Victim::isLearners));
        };
    }

    private static boolean isPostmaster(String command) {
        return command.contains("/bin/postgres ");
    }

    private static boolean isRedis(String command) {
        return command.contains("redis-server") || command.contains("valkey-server");
    }

    private static boolean isLearners(String command) {
        var program = command.split(" ", 2)[0];
        return program.endsWith("node") && !command.contains("relay.cjs");
    }

    private static Stream<ProcessHandle> below(
            Stream<ProcessHandle> whose, Predicate<String> command) {
        return whose.flatMap(ProcessHandle::descendants).filter(it -> command.test(commandOf(it)));
    }

    static String commandOf(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<ProcessHandle> any(Stream<ProcessHandle> found) {
        List<ProcessHandle> all = found.toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(ThreadLocalRandom.current().nextInt(all.size())));
    }
}
