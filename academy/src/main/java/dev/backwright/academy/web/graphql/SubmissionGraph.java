package dev.backwright.academy.web.graphql;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.submissions.Submissions;
import dev.backwright.academy.submissions.Version;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/// What one has handed in.
@Controller
@ForMany
final class SubmissionGraph {

    private static final int MOST = 100;

    private final Submissions submissions;
    private final HandedIn handedIn;

    SubmissionGraph(Submissions submissions, HandedIn handedIn) {
        this.submissions = submissions;
        this.handedIn = handedIn;
    }

    @QueryMapping
    List<HandedIn.Submission> submissions(
            @ContextValue Learner learner, @Argument int limit, @Argument @Nullable String before) {
        var from = known(submissions, learner, before);
        if (before != null && from.isEmpty()) {
            throw isNone(before);
        }
        return handedIn.of(submissions.latest(learner, from.orElse(null), required(limit)));
    }

    @QueryMapping
    HandedIn.@Nullable Submission submission(@ContextValue Learner learner, @Argument String id) {
        return Ids.parse(id)
                .flatMap(it -> submissions.find(learner, it))
                .map(it -> handedIn.of(List.of(it)).getFirst())
                .orElse(null);
    }

    static int required(int limit) {
        if (limit < 1 || limit > MOST) {
            throw CannotAnswer.malformed("limit is from 1 to %d.".formatted(MOST));
        }
        return limit;
    }

    /// The last of the page before.
    static Optional<Version> known(
            Submissions submissions, Learner learner, @Nullable String before) {
        return Optional.ofNullable(before)
                .flatMap(Ids::parse)
                .flatMap(it -> submissions.find(learner, it));
    }

    static CannotAnswer isNone(@Nullable String before) {
        return CannotAnswer.notFound("There is no submission " + before + ".");
    }
}
