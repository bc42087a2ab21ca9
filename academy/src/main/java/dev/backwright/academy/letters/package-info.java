/// What the academy mails: invitations, links to set a new password, and what happened to an account, where a mail server is set.
///
/// ```text
///   Letters ──► letter, and its place in letter_queue ──► Mailroom ──► Writing (makes the link) ──► Smtp
///      ▲                                                     │
///      └────────── trouble, for admins ◄─────────────────────┘ tried again
/// ```
///
/// ```text
///   accounts ── AccountChange ──► Notices ──► notice, and its place in letter_queue ──► Mailroom ──► Writing ──► Smtp
/// ```
///
/// No request waits for a mail server. Must not know pages.
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "platform"})
package dev.backwright.academy.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
