/// Handing in by `git push`: a bare repository for each person and lab, and the verdict in the push's output.
///
/// ```text
///   git clone ──► GitController ──► Repositories (begins with the starter) ──► GitRepository ──► packs and branches in the database
///   git push ───► GitController ──► Pushes ──► PushRules, PushedTree ──► Submissions: packs, branch and version, all or nothing
///                                     └──────► VerdictLines ──► remote: …
/// ```
///
/// Smart HTTP by JGit; who asks is known by a token alone. Must not know pages.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"accounts", "catalog", "submissions", "grading", "platform"})
package dev.backwright.academy.gitserver;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
