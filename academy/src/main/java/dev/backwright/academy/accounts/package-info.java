/// Whose all this is: a person has a row, and all that a person makes refers to it.
///
/// ```text
///   request ──► guard ──► Learner ──► submissions, grading, progress
///                            │              │
///                          person ◄─────────┘  a column of each of their tables
/// ```
///
/// An academy for many has accounts beside it:
///
/// ```text
///   link ──► Admission ──► account ◄── SignIn ◄── address and password
///                             ▲  ▲              ▲
///                             │  │              └── Passkeys ◄── PasskeyCare, PasskeyRule
///                             │  └── ProviderSignIn ◄── Identity: what a provider says
///                        Membership ──► AuditLog
/// ```
///
/// Must not know what anybody does here, nor how a request tells whose it is.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package dev.backwright.academy.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
