package dev.backwright.judge.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/// One connection to a server. Both directions may be used at the same time.
final class Link implements AutoCloseable {

    private final int number;
    private final SocketChannel channel;
    private final InputStream in;
    private final OutputStream out;

    Link(int number, SocketChannel channel) {
        this(number, channel, Channels.newInputStream(channel), Channels.newOutputStream(channel));
    }

    /// @param in what comes, where it is not as it comes on the channel
    Link(int number, SocketChannel channel, InputStream in, OutputStream out) {
        this.number = number;
        this.channel = channel;
        this.in = in;
        this.out = out;
    }

    /// Opens connections to a server.
    @FunctionalInterface
    interface Dial {
        /// @throws IOException where the server takes none, or is not who it should be
        Link open() throws IOException;
    }

    /// In this check, from 1.
    int number() {
        return number;
    }

    SocketChannel channel() {
        return channel;
    }

    InputStream in() {
        return in;
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /// Says that no more will be written; what comes can still be read.
    void endOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            return; // it is gone either way
        }
    }
}
