package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// The process that has made the outer layer, and the layer's first process, its only child. The first process of a
/// layer of processes cannot end before all others of it have (pid_namespaces(7)), so nobody else need be looked for.
final class Outermost {

    private final ProcessHandle maker;

    Outermost(ProcessHandle maker) {
        this.maker = maker;
    }

    /// Ends all of the layer and waits for that.
    ///
    /// @return false when somebody is left after that time
    boolean end(Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        List<Path> firsts = firsts();
        maker.destroyForcibly();
        while (maker.isAlive() || firsts.stream().anyMatch(Outermost::runs)) {
            if (System.nanoTime() > until) {
                return false;
            }
            LockSupport.parkNanos(500_000);
        }
        return true;
    }

    /// Whether somebody listens on that port in the layer's network, or that cannot be known.
    boolean mayListen(int port) {
        return firsts().stream().allMatch(first -> Listeners.mayListen(first, port));
    }

    /// The children's folders below `/proc`; none when it has ended or has not yet come so far.
    private List<Path> firsts() {
        String id = Long.toString(maker.pid());
        try {
            String children = Files.readString(Path.of("/proc", id, "task", id, "children"));
            return Arrays.stream(children.split(" "))
                    .filter(child -> !child.isBlank())
                    .map(child -> Path.of("/proc", child))
                    .toList();
        } catch (IOException e) {
            return maker.children() // it has ended, or this kernel lists no children
                    .map(child -> Path.of("/proc", Long.toString(child.pid())))
                    .toList();
        }
    }

    /// Not gone, and no zombie either: in some containers nobody ever asks how it ended.
    private static boolean runs(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            return !stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (IOException e) {
            return false;
        }
    }
}
