package dev.backwright.sandbox;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Two named pipes to a process. Opening one waits for the other side, so it is done on a thread of its own, and
/// [#release] lets that thread go when the process has died before it came so far.
final class Duplex {

    private final Path to;
    private final Path from;
    private final CompletableFuture<OutputStream> output = new CompletableFuture<>();
    private final CompletableFuture<InputStream> input = new CompletableFuture<>();

    /// @param to what the process reads
    /// @param from what the process writes
    Duplex(Path to, Path from) {
        this.to = to;
        this.from = from;
        Thread.ofPlatform().daemon().name("sandbox-pipes").start(this::open);
    }

    static Duplex of(Fifos fifos) {
        return new Duplex(fifos.take(), fifos.take());
    }

    private void open() {
        try {
            output.complete(new FileOutputStream(to.toFile()));
            input.complete(new FileInputStream(from.toFile()));
        } catch (IOException e) {
            output.completeExceptionally(e);
            input.completeExceptionally(e);
        }
    }

    String[] instruction(String word) {
        return new String[] {word, to.toString(), from.toString()};
    }

    OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                opened(output).write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                opened(output).write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                opened(output).close();
            }
        };
    }

    InputStream input() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return opened(input).read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return opened(input).read(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                opened(input).close();
            }
        };
    }

    private static <T> T opened(CompletableFuture<T> stream) throws IOException {
        try {
            return stream.join();
        } catch (CompletionException e) {
            throw new IOException("The channel to the process could not be opened.", e.getCause());
        }
    }

    boolean isOpen() {
        return input.isDone();
    }

    /// The process is gone: lets a waiting opener through and removes the pipes' names.
    void release() {
        touch(to, output);
        touch(from, input);
        try {
            Files.deleteIfExists(to);
            Files.deleteIfExists(from);
        } catch (IOException e) {
            throw new SandboxException("Could not remove the pipe " + to, e);
        }
    }

    /// Our ends, once the process is gone and nobody will use them.
    void close() {
        var _ = output.thenAccept(Quietly::close);
        var _ = input.thenAccept(Quietly::close);
    }

    private static void touch(Path fifo, CompletableFuture<?> opened) {
        if (opened.isDone()) {
            return;
        }
        try (var both = new RandomAccessFile(fifo.toFile(), "rw")) { // never waits
            opened.join();
            both.getFD();
        } catch (IOException | CompletionException e) {
            opened.completeExceptionally(e);
        }
    }
}
