package dev.backwright.judge.app;

import dev.backwright.checks.Connection;
import dev.backwright.checks.Secure;
import dev.backwright.checks.Unmet;
import dev.backwright.checks.Visitor;
import dev.backwright.judge.app.tls.TlsClient;
import java.io.IOException;
import java.util.List;

/// Asks through TLS.
final class LiveSecure extends Asking implements Secure {

    private final LearnersApp app;
    private final Secured secured;

    LiveSecure(LearnersApp app, Secured secured) {
        this.app = app;
        this.secured = secured;
    }

    @Override
    LearnersApp app() {
        return app;
    }

    @Override
    boolean asksTls() {
        return true;
    }

    @Override
    public Visitor visitor() {
        return new LiveVisitor(app, true);
    }

    @Override
    public Handshake handshake() {
        return handshake(TlsClient.PROTOCOLS);
    }

    @Override
    public Handshake handshake(String protocol) {
        if (!TlsClient.PROTOCOLS.contains(protocol)) {
            throw new IllegalArgumentException(
                    "a protocol is one of %s, got %s".formatted(TlsClient.PROTOCOLS, protocol));
        }
        return handshake(List.of(protocol));
    }

    private Handshake handshake(List<String> protocols) {
        try {
            return secured.handshake(protocols);
        } catch (NoAnswer e) {
            throw unmet(protocols, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw unmet(protocols, "takes no connection on the port it found in HTTPS_PORT");
        }
    }

    private static Unmet unmet(List<String> protocols, String instead) {
        return new Unmet(
                "Expected a handshake for %s; the server %s."
                        .formatted(String.join(" or ", protocols), instead));
    }

    @Override
    public Connection connect() {
        return app.connected(secured::bare, Server.HTTPS_PORT);
    }
}
