package dev.backwright.judge.app.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;

/// What a server on this machine shows who it is with, and the authority that vouches for it. Made anew for each judge, for
/// nobody else to trust.
///
/// @param files what the server is given: names in its work folder and texts
/// @param authority whom a client is to trust
public record Identity(Map<String, byte[]> files, X509Certificate authority) {

    private static final String KEY = ".tls/key.pem";
    private static final String CERTIFICATE = ".tls/cert.pem";
    private static final String AUTHORITY = ".tls/ca.pem";

    /// Where the server finds its files.
    private static final Map<String, String> ENVIRONMENT =
            Map.of("TLS_KEY_FILE", KEY, "TLS_CERT_FILE", CERTIFICATE, "TLS_CA_FILE", AUTHORITY);

    public Identity {
        files = Map.copyOf(files);
    }

    public static Identity make() {
        try {
            Authority authority = Authority.make();
            KeyPair server = Authority.keys();
            X509Certificate certificate = authority.sign(server);
            return new Identity(
                    Map.of(
                            KEY, pem("PRIVATE KEY", server.getPrivate().getEncoded()),
                            CERTIFICATE, pem("CERTIFICATE", certificate.getEncoded()),
                            AUTHORITY, pem("CERTIFICATE", authority.certificate().getEncoded())),
                    authority.certificate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no certificate could be made", e);
        }
    }

    /// RFC 7468.
    private static byte[] pem(String label, byte[] bytes) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(label, body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// The same for all: a process may wait with it before the files are there.
    public static Map<String, String> environment() {
        return ENVIRONMENT;
    }
}
