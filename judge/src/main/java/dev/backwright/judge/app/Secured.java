package dev.backwright.judge.app;

import dev.backwright.judge.app.tls.Identity;
import dev.backwright.judge.app.tls.Refusal;
import dev.backwright.judge.app.tls.TlsClient;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tlschannel.TlsChannel;

/// The way to a server through TLS.
final class Secured {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final @Nullable TlsClient client;
    private final Journal journal;
    private final Supplier<Server> server;
    private final Http http = new Http(this::link, PATIENCE);

    /// @param identity who the server is; `null` where the lab says nothing of TLS
    Secured(@Nullable Identity identity, Journal journal, Supplier<Server> server) {
        this.client = identity == null ? null : TlsClient.trusting(identity.authority());
        this.journal = journal;
        this.server = server;
    }

    /// @throws IllegalStateException where the lab says nothing of TLS
    Http http() {
        client();
        return http;
    }

    private TlsClient client() {
        TlsClient known = client;
        if (known == null) {
            throw new IllegalStateException("the lab has no TLS: put `tls: true` into lab.yaml");
        }
        return known;
    }

    private Link link() throws IOException {
        SocketChannel channel = plain();
        TlsChannel tls = shaken(channel, TlsClient.PROTOCOLS);
        return new Link(
                journal.nextConnection(),
                channel,
                Channels.newInputStream(tls),
                Channels.newOutputStream(tls));
    }

    /// A connection to the same port without TLS.
    Link bare() throws IOException {
        client();
        return new Link(journal.nextConnection(), plain());
    }

    private SocketChannel plain() throws IOException {
        Server asked = server.get();
        if (!asked.running().awaitListening(Server.HTTPS_PORT, PATIENCE)) {
            throw new NoAnswer("does not listen on the port it found in HTTPS_PORT");
        }
        return asked.running().connect(Server.HTTPS_PORT);
    }

    /// @return what client and server agreed on
    LiveHandshake handshake(List<String> protocols) throws IOException {
        try (SocketChannel channel = plain()) {
            return LiveHandshake.of(shaken(channel, protocols).getSslEngine().getSession());
        }
    }

    /// Closes the connection where nothing comes of it.
    private TlsChannel shaken(SocketChannel channel, List<String> protocols) throws IOException {
        var deadline = Deadline.closing(channel, PATIENCE);
        try (deadline) {
            return client().over(channel, protocols);
        } catch (IOException e) {
            channel.close();
            throw new NoAnswer(
                    deadline.passed()
                            ? "did not shake hands for TLS within %d s"
                                    .formatted(PATIENCE.toSeconds())
                            : Refusal.words(e));
        }
    }
}
