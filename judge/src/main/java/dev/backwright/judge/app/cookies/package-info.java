/// Cookies as a browser understands them (RFC 6265): read from replies, kept, sent along.
///
/// ```text
///   Set-Cookie ──► SetCookie ──► CookieJar ──► Cookie
///                     └ CookieDate
/// ```
///
/// Knows nothing of ours.
@NullMarked
package dev.backwright.judge.app.cookies;

import org.jspecify.annotations.NullMarked;
