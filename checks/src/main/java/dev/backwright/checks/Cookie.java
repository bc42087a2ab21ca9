package dev.backwright.checks;

/// A cookie as a reply sets it. Where the reply sets none of that name, everything here is absent.
///
/// ```java
/// Cookie sid = app.post("/login", body).cookie("sid");
/// sid.httpOnly().is(true);
/// sid.sameSite().isOneOf("Lax", "Strict");
/// sid.lifetime().isAtMost(3600);
/// ```
public interface Cookie {

    /// Its value, as sent.
    Seen value();

    /// The path it is for; absent where the reply says none.
    Seen path();

    /// The domain it is for; absent where the reply says none, and then it is for this host only.
    Seen domain();

    /// `Strict`, `Lax` or `None`, whatever the case in which it was sent; absent where the reply says nothing.
    Seen sameSite();

    /// Whether it is only sent over HTTPS.
    Seen secure();

    /// Whether scripts of the page cannot read it.
    Seen httpOnly();

    /// For how many seconds from the reply it is kept, by `Max-Age` or else by `Expires`; 0 where it is removed; absent
    /// where it is kept until the browser is closed.
    Seen lifetime();
}
