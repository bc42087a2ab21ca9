package dev.backwright.sandbox;

import dev.backwright.sandbox.Running.Signal;
import java.time.Duration;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One started process tree as its kind of isolation holds it; [Run] adds limits, output and wires.
interface Cage {

    /// The process whose standard streams are the command's.
    Process process();

    /// The command's status as a shell shows it (128 + signal), once nothing of its tree is alive.
    CompletableFuture<Integer> status();

    void signal(Signal signal);

    /// Copies files into the work folder.
    void deliver(SortedMap<String, byte[]> files);

    /// See [Running#read].
    byte @Nullable [] read(String path, int cap);

    /// See [Running#files].
    SortedMap<String, Long> files();

    /// Whether connecting to that port of the run's own network is worth trying: somebody listens, or it is not known.
    default boolean mayListen(int port) {
        return true;
    }

    Duration cpu();

    /// Whether the kernel ended something in the tree for want of memory.
    boolean ranOutOfMemory();

    /// Ends the command and all its descendants; harmless when repeated.
    void kill();

    /// Ends everything, ours included, and removes what the run has left on the machine.
    void discard();
}
