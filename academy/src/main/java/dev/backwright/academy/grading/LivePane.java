package dev.backwright.academy.grading;

import dev.backwright.academy.submissions.Version;

/// How a submission looks to an open page of its learner just now. Whoever makes pages implements it.
public interface LivePane {

    /// The HTML of one `result` event: all that is not as it was before the submission, also in the bar of the lab.
    String html(Version version);

    /// The same after one more check: the bar is as it was.
    String checking(Version version);
}
