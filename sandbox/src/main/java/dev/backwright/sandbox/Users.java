package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;

/// User ids of nobody, one for each run, so that runs can neither see nor signal each other. Only where we are root.
final class Users {

    private static final int PER_PROCESS = 256;
    private static final int SMALL_RANGE = 20_000;
    private static final int WHOLE_RANGE = 1_000_000;

    private final BitSet taken = new BitSet(PER_PROCESS);
    private final int first;
    private int last = -1;

    Users() {
        long pid = ProcessHandle.current().pid();
        first =
                wholeRange()
                        ? (int) (WHOLE_RANGE + pid % 4_000_000 * PER_PROCESS)
                        : (int) (SMALL_RANGE + pid * PER_PROCESS % 40_000);
    }

    /// Whether we are root and may be others: where a container knows no other user, root is but a name.
    static boolean weAreRoot() {
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0 && ids() > 1;
        } catch (IOException | UnsupportedOperationException e) {
            return System.getProperty("user.name").equals("root");
        }
    }

    /// In a container that maps but 65,536 ids we must stay among them.
    private static boolean wholeRange() {
        return ids() > 2_000_000_000L;
    }

    /// How many user ids there are here: the last column of man 7 user_namespaces' `uid_map`, over all its lines.
    private static long ids() {
        try (var lines = Files.lines(Path.of("/proc/self/uid_map"))) {
            return lines.mapToLong(line -> Long.parseLong(line.strip().split("\\s+", -1)[2])).sum();
        } catch (IOException e) {
            return 65_536; // a kernel without user namespaces, or no Linux
        }
    }

    /// Whether an id is one of those that runs get, in whichever process of ours.
    static boolean isForRuns(int user) {
        return (user >= SMALL_RANGE && user < SMALL_RANGE + 40_000 + PER_PROCESS)
                || user >= WHOLE_RANGE;
    }

    /// The one that has rested longest: what a run has left, and nobody has buried yet, counts as processes of its id.
    synchronized int take() {
        int next = taken.nextClearBit(last + 1);
        if (next >= PER_PROCESS) {
            next = taken.nextClearBit(0);
        }
        if (next >= PER_PROCESS) {
            throw new SandboxException(
                    PER_PROCESS + " runs are open at once; close some before starting more.");
        }
        taken.set(next);
        last = next;
        return first + next;
    }

    synchronized void giveBack(int user) {
        taken.clear(user - first);
    }
}
