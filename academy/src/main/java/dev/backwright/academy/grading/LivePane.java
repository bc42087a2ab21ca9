package dev.backwright.academy.grading;

import dev.backwright.academy.submissions.Version;

/// How a submission looks to an open page of its learner just now. Whoever makes pages implements it.
@FunctionalInterface
public interface LivePane {

    /// The HTML of one `result` event.
    String html(Version version);
}
