package dev.backwright.judge.app;

import dev.backwright.checks.Secure.Handshake;
import dev.backwright.checks.Seen;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/// What was agreed on, asked about.
record LiveHandshake(String version, String suite, List<String> subjects) implements Handshake {

    static LiveHandshake of(SSLSession session) throws SSLPeerUnverifiedException {
        var certificate = (X509Certificate) session.getPeerCertificates()[0];
        return new LiveHandshake(
                session.getProtocol(), session.getCipherSuite(), subjects(certificate));
    }

    /// The values of its alternative names: each is a number for its kind, and a text.
    private static List<String> subjects(X509Certificate certificate) {
        try {
            @Nullable Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream().map(name -> String.valueOf(name.get(1))).toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    @Override
    public Seen protocol() {
        return seen("version", version);
    }

    @Override
    public Seen cipher() {
        return seen("cipher suite", suite);
    }

    @Override
    public Seen names() {
        return seen("certificate's names", subjects);
    }

    private static Seen seen(String what, Object value) {
        return Sighting.of("the TLS handshake's " + what, value, Failing.PLAIN);
    }
}
