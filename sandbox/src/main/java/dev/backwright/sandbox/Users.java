package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;

/// User ids of nobody, one for each run, so that runs can neither see nor signal each other. Only where we are root.
final class Users {

    private static final int PER_PROCESS = 256;

    private final BitSet taken = new BitSet(PER_PROCESS);
    private final int first;

    Users() {
        long pid = ProcessHandle.current().pid();
        first =
                wholeRange()
                        ? (int) (1_000_000 + pid % 4_000_000 * PER_PROCESS)
                        : (int) (20_000 + pid * PER_PROCESS % 40_000);
    }

    static boolean weAreRoot() {
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        } catch (IOException | UnsupportedOperationException e) {
            return System.getProperty("user.name").equals("root");
        }
    }

    /// In a container that maps but 65,536 ids we must stay among them.
    private static boolean wholeRange() {
        try {
            var map = Files.readString(Path.of("/proc/self/uid_map")).strip().split("\\s+", -1);
            return map.length == 3 && Long.parseLong(map[2]) > 2_000_000_000L;
        } catch (IOException e) {
            return false;
        }
    }

    synchronized int take() {
        int next = taken.nextClearBit(0);
        if (next >= PER_PROCESS) {
            throw new SandboxException(
                    PER_PROCESS + " runs are open at once; close some before starting more.");
        }
        taken.set(next);
        return first + next;
    }

    synchronized void giveBack(int user) {
        taken.clear(user - first);
    }
}
