package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.PasskeyRule;
import dev.backwright.academy.cohorts.Comments;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.submissions.Submissions;
import dev.backwright.academy.submissions.Version;
import dev.backwright.academy.web.guard.Sessions;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Versions that somebody may read as they came: who works by passkey alone reads others' by one.
@Component
@ForMany
record ReadableVersions(
        Comments comments, Submissions submissions, Sessions sessions, PasskeyRule rule) {

    /// @throws CannotAnswer where there is none, or none for them
    Version version(Account reader, UUID id) {
        return find(reader, id)
                .orElseThrow(() -> CannotAnswer.notFound("There is no such submission."));
    }

    Optional<Version> find(Account reader, UUID id) {
        var as = rule.acting(reader.role(), sessions.came().byPasskey());
        return comments.readable(reader, as, id).flatMap(it -> submissions.find(it, id));
    }
}
