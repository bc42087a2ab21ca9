package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The groups of one run, one for each hierarchy.
record Cgroup(List<Member> members) {

    record Member(Path folder, boolean second, List<String> controllers) {
        boolean limits() {
            return controllers.contains("memory") || controllers.contains("pids");
        }
    }

    void limit(Limits limits) throws IOException {
        for (var member : members) {
            if (member.controllers().contains("memory")) {
                limitMemory(member, limits.memory());
            }
            if (member.controllers().contains("pids")) {
                write(member.folder().resolve("pids.max"), limits.processes());
            }
        }
    }

    private static void limitMemory(Member member, long bytes) throws IOException {
        var folder = member.folder();
        write(folder.resolve(member.second() ? "memory.max" : "memory.limit_in_bytes"), bytes);
        var swap =
                folder.resolve(member.second() ? "memory.swap.max" : "memory.memsw.limit_in_bytes");
        if (Files.exists(swap)) {
            write(swap, member.second() ? 0 : bytes);
        }
    }

    private static void write(Path file, long number) throws IOException {
        Files.writeString(file, Long.toString(number));
    }

    /// For `launch.sh`: a group that limits is joined by the command alone, through a descriptor; one that only counts
    /// by all of the run.
    List<String> instructions() {
        var words = new ArrayList<String>();
        int descriptor = 8;
        for (var member : members) {
            if (member.limits()) {
                words.addAll(
                        List.of(
                                "group",
                                Integer.toString(descriptor++),
                                member.folder().toString()));
            } else {
                words.addAll(List.of("join", member.folder().toString()));
            }
        }
        return words;
    }

    private Optional<Member> with(String controller) {
        return members.stream().filter(m -> m.controllers().contains(controller)).findFirst();
    }

    Optional<Duration> cpu() {
        return with("cpuacct").flatMap(Cgroup::cpu);
    }

    private static Optional<Duration> cpu(Member member) {
        if (member.second()) {
            return number(member.folder().resolve("cpu.stat"), "usage_usec")
                    .map(us -> Duration.ofNanos(us * 1000));
        }
        return number(member.folder().resolve("cpuacct.usage"), "").map(Duration::ofNanos);
    }

    boolean ranOutOfMemory() {
        return with("memory")
                .flatMap(m ->
                        number(
                                m.folder()
                                        .resolve(
                                                m.second()
                                                        ? "memory.events"
                                                        : "memory.oom_control"),
                                "oom_kill"))
                .filter(kills -> kills > 0)
                .isPresent();
    }

    /// The number after a word at the beginning of a line.
    private static Optional<Long> number(Path file, String word) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> word.isEmpty() || line.startsWith(word + " "))
                    .map(line -> Long.valueOf(line.substring(word.length()).strip()))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Removes the groups once the last process has left them, which may take the kernel a moment.
    void remove() {
        members.forEach(member -> remove(member.folder()));
    }

    /// Ends all processes in a group.
    static void end(Path folder) throws IOException {
        for (var line : Files.readAllLines(folder.resolve("cgroup.procs"))) {
            ProcessHandle.of(Long.parseLong(line)).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    static void remove(Path folder) {
        for (int i = 0; Files.exists(folder); i++) {
            try {
                Files.delete(folder);
                return;
            } catch (IOException e) {
                if (i == 400) {
                    System.getLogger(Cgroup.class.getName())
                            .log(
                                    System.Logger.Level.WARNING,
                                    "Could not remove the cgroup {0}: {1}",
                                    folder,
                                    e);
                    return;
                }
                java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
            }
        }
    }
}
