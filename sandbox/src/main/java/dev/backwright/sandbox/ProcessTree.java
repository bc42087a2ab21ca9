package dev.backwright.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A process and all that descends from it, as far as it was ever seen: what has detached itself is remembered.
final class ProcessTree {

    private final ProcessHandle root;
    private final Map<ProcessHandle, Duration> seen = new HashMap<>();

    ProcessTree(ProcessHandle root) {
        this.root = root;
        seen.put(root, Duration.ZERO);
    }

    /// Processor time of every process seen, as last seen.
    synchronized Duration cpu() {
        look();
        seen.replaceAll((process, before) -> used(process, before));
        return seen.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration used(ProcessHandle process, Duration before) {
        var now = process.info().totalCpuDuration().orElse(before);
        return now.compareTo(before) > 0 ? now : before;
    }

    synchronized List<ProcessHandle> alive() {
        look();
        return seen.keySet().stream().filter(ProcessHandle::isAlive).toList();
    }

    /// Asking for descendants reads all processes of the machine: so only of those that descend from no other of these.
    private void look() {
        var tops =
                seen.keySet().stream()
                        .filter(process -> process.isAlive() && !descends(process))
                        .toList();
        tops.stream()
                .flatMap(ProcessHandle::descendants)
                .forEach(process -> seen.putIfAbsent(process, Duration.ZERO));
    }

    private boolean descends(ProcessHandle process) {
        return process.parent().filter(seen::containsKey).isPresent();
    }

    /// Also counts as ours who works in the run's folder, however it got away. Linux only.
    synchronized void addThoseIn(Path folder) {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return;
        }
        ProcessHandle.allProcesses()
                .filter(process -> worksIn(process, folder))
                .forEach(process -> seen.putIfAbsent(process, Duration.ZERO));
    }

    private static boolean worksIn(ProcessHandle process, Path folder) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .startsWith(folder);
        } catch (java.io.IOException | SecurityException e) {
            return false; // ended meanwhile, or not ours
        }
    }

    /// Waits until all but the first has gone. Asks instead of waiting for an event: for what is no child of ours, Java
    /// asks too, but seldom.
    boolean awaitEnd(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (others().findAny().isPresent()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(1_000_000);
        }
        return true;
    }

    /// Ended, but its parent has not yet asked how: in some containers nobody ever does.
    private static boolean isZombie(ProcessHandle process) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (java.io.IOException e) {
            return false; // gone altogether, or not on Linux
        }
    }

    Stream<ProcessHandle> others() {
        return alive().stream().filter(process -> !process.equals(root) && !isZombie(process));
    }
}
