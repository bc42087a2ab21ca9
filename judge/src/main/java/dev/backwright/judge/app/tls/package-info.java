/// TLS between a check and a learner's server.
///
/// ```text
///   Identity ──► files and variables for the server
///       └──────► TlsClient ──► TlsChannel (tls-channel) ──► the server
/// ```
///
/// Knows nothing of ours.
@NullMarked
package dev.backwright.judge.app.tls;

import org.jspecify.annotations.NullMarked;
