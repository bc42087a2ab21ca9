package dev.backwright.checks;

/// What the learner's server answered. The exchange is evidence when the check fails.
public interface Reply {

    /// Holds when the status is one of these.
    Reply status(int... anyOf);

    /// The status.
    int code();

    /// A header; absent where it was not sent. Several lines of one name are joined by `, `.
    Seen header(String name);

    /// All header lines in the order in which they were sent, each as `name: value` with the name in lower case. Lines of one name
    /// stay apart: `reply.headers().contains("set-cookie: seen=1")`.
    Seen headers();

    /// The cookie that this reply sets under that name, the last one where there are several.
    Cookie cookie(String name);

    /// Follows the redirect this reply is, and those behind it, as a browser would: at most ten. Each hop is evidence.
    ///
    /// ```java
    /// app.get("/old").status(308).follow().status(200);
    /// ```
    ///
    /// @return the first reply that is no redirect
    default Reply follow() {
        return follow(10);
    }

    /// As [#follow()], over at most so many hops. A reply that is no redirect, or one that leads to another server or in
    /// circles, fails the check.
    Reply follow(int most);

    /// The body as text (UTF-8).
    Seen body();

    /// The body as JSON. A body that is no JSON fails the check.
    Seen json();

    /// A place in the JSON body, names and indices joined by dots: `items.0.id`. Absent where there is none.
    Seen json(String path);

    /// Milliseconds between the last byte of the request and the first of the reply.
    double millis();
}
