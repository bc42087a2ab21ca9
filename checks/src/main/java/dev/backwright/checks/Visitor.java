package dev.backwright.checks;

/// Somebody who keeps cookies as a browser does (RFC 6265): by domain, path and lifetime; `Secure` ones only come along
/// over HTTPS, or where the request says `X-Forwarded-Proto: https`, as a proxy in front of the server would.
///
/// ```java
/// Visitor ann = app.visitor();
/// ann.post("/login", json("name", "ann", "password", secret)).status(204);
/// ann.get("/me").json("name").is("ann");
/// ```
public interface Visitor extends Caller {

    /// The value of a cookie that would come along to `/`; absent where none would.
    Seen cookie(String name);

    /// Keeps a cookie that no reply has set, for all paths: an id from elsewhere, or one that was tampered with.
    void keep(String name, String value);
}
