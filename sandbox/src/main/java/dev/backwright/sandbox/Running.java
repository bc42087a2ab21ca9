package dev.backwright.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// A process that was started. Closing it ends the whole tree and removes its work folder.
public interface Running extends AutoCloseable {

    /// Standard output and standard error so far, kept by us, never more than the limit.
    Output output();

    /// Writes to standard input. Closing it is the end of input.
    OutputStream input();

    /// What the process writes to descriptor 4. Ends when the process does.
    ///
    /// @throws SandboxException when the launch asked for no control channel
    InputStream controlIn();

    /// What the process reads from descriptor 3.
    ///
    /// @throws SandboxException when the launch asked for no control channel
    OutputStream controlOut();

    /// Waits until something listens behind an inward wire.
    ///
    /// @return false when the process ended or the time passed first
    boolean awaitListening(String variable, Duration atMost);

    /// The TCP ports its processes listen on, whatever they were told. For saying what a program did instead;
    /// empty where that cannot be seen.
    default java.util.Set<Integer> listeningPorts() {
        return java.util.Set.of();
    }

    /// Connects to what listens behind an inward wire.
    ///
    /// @throws IOException when nothing does
    SocketChannel connect(String variable) throws IOException;

    /// Sends a signal to the command (not to its children).
    void signal(Signal signal);

    /// How it ended; completes once the whole tree is gone and all output is read.
    CompletableFuture<Outcome> outcome();

    /// A file of the work folder as the process left it: regular files only, no links, at most `cap` bytes.
    ///
    /// @return its bytes, or null where there is no such plain file
    byte @org.jspecify.annotations.Nullable [] read(String path, int cap);

    /// The regular files of the work folder as the process left them, by path, and how many bytes each has. No links, and
    /// only as many as fit into 256 KB of paths.
    java.util.SortedMap<String, Long> files();

    /// Processor time the tree has used so far.
    Duration cpu();

    @Override
    void close();

    enum Signal {
        TERM,
        INT,
        KILL,
        HUP
    }
}
