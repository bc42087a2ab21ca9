package dev.backwright.services.redis;

import dev.backwright.services.ServiceException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One connection of ours, straight to the server; made when first needed, and again when the server came back.
/// One command at a time; callers wait for each other.
final class RedisSession implements AutoCloseable {

    private final Path socket;
    private final String password;
    private @Nullable Line open;

    RedisSession(Path socket, String password) {
        this.socket = socket;
        this.password = password;
    }

    synchronized @Nullable Object run(List<String> command) {
        try {
            return checked(command, exchange(command));
        } catch (IOException gone) {
            close();
        }
        try {
            return checked(command, exchange(command));
        } catch (IOException e) {
            close();
            throw new ServiceException(
                    "Redis in " + socket + " does not answer: " + e.getMessage() + ".", e);
        }
    }

    private static @Nullable Object checked(List<String> command, @Nullable Object reply) {
        if (reply instanceof ReplyReader.Refusal(String text)) {
            throw new RedisRefused(CommandText.of(command), text);
        }
        return reply;
    }

    private @Nullable Object exchange(List<String> command) throws IOException {
        Line line = open == null ? open() : open;
        open = line;
        return line.exchange(command);
    }

    private Line open() throws IOException {
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        var replies = new ReplyReader(new BufferedInputStream(Channels.newInputStream(channel)));
        var line = new Line(channel, replies);
        var hello = List.of("HELLO", "3", "AUTH", RedisConfig.JUDGE, password);
        if (line.exchange(hello) instanceof ReplyReader.Refusal(String text)) {
            channel.close();
            throw new IOException(text);
        }
        return line;
    }

    private record Line(SocketChannel channel, ReplyReader replies) {
        @Nullable Object exchange(List<String> command) throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(encoded(command));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            return replies.next();
        }
    }

    /// An array of bulk strings.
    private static byte[] encoded(List<String> command) {
        var out = new ByteArrayOutputStream();
        line(out, "*" + command.size());
        for (String word : command) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            line(out, "$" + bytes.length);
            out.writeBytes(bytes);
            line(out, "");
        }
        return out.toByteArray();
    }

    private static void line(ByteArrayOutputStream out, String text) {
        out.writeBytes((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public synchronized void close() {
        try {
            if (open != null) {
                open.channel().close();
            }
        } catch (IOException alreadyGone) {
            // the server ended first: nothing is left to close
        } finally {
            open = null;
        }
    }
}
