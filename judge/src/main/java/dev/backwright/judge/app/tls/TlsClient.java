package dev.backwright.judge.app.tls;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import tlschannel.ClientTlsChannel;
import tlschannel.TlsChannel;

/// Speaks TLS to a server on this machine, trusting one authority and asking for `localhost` (RFC 9110, 4.3.4).
public final class TlsClient {

    public static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    private static final String HOST = "localhost";

    private final SSLContext context;

    private TlsClient(SSLContext context) {
        this.context = context;
    }

    public static TlsClient trusting(X509Certificate authority) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("authority", authority);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return new TlsClient(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java cannot speak TLS", e);
        }
    }

    /// Shakes hands over a connection, which is to be closed by whoever opened it.
    ///
    /// @param protocols the versions that are offered
    /// @throws IOException where nothing comes of it; [Refusal] has words for that
    public TlsChannel over(SocketChannel connection, List<String> protocols) throws IOException {
        SSLEngine engine = context.createSSLEngine(HOST, -1);
        engine.setUseClientMode(true);
        var parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(protocols.toArray(String[]::new));
        engine.setSSLParameters(parameters);
        TlsChannel channel = ClientTlsChannel.newBuilder(connection, engine).build();
        channel.handshake();
        return channel;
    }
}
