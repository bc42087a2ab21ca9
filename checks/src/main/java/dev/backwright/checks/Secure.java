package dev.backwright.checks;

/// The learner's server as it is reached through TLS, on the port it finds in `HTTPS_PORT`: by a client that trusts the
/// authority in `TLS_CA_FILE` and nobody else, and asks for `localhost`. A certificate that authority has not signed, one
/// for another name, and a server that speaks no TLS fail the check. For labs that say `tls: true`.
///
/// ```java
/// app.tls().get("/").status(200).header("Strict-Transport-Security").matches("max-age=\\d+");
/// app.tls().handshake().protocol().isOneOf("TLSv1.3", "TLSv1.2");
/// app.get("/cart").status(308).follow().status(200);       // from http to https
/// ```
public interface Secure extends Caller {

    /// Somebody with cookies of their own who comes through TLS.
    Visitor visitor();

    /// What client and server agree on.
    Handshake handshake();

    /// What they agree on where the client offers that version only: `TLSv1.2` or `TLSv1.3`. A server that does not take it
    /// fails the check.
    Handshake handshake(String protocol);

    /// A bare connection to that port, without TLS: what is written goes out in the clear.
    Connection connect();

    /// What client and server have agreed on.
    interface Handshake {

        /// The version: `TLSv1.3`.
        Seen protocol();

        /// The cipher suite, by its name at IANA: `TLS_AES_256_GCM_SHA384`.
        Seen cipher();

        /// The names and addresses the certificate is for.
        Seen names();
    }
}
