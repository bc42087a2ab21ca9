package dev.backwright.academy.cohorts;

import java.time.Instant;
import java.time.ZoneId;

/// What one of a learner's cohorts asks of a lab.
///
/// @param cohort its name
/// @param zone in which its days begin and end
/// @param assignment with the learner's own deadline, where they have one
/// @param extended whether they have
public record Term(String cohort, ZoneId zone, Assignment assignment, boolean extended) {

    /// Whether the learner's next attempt is taken.
    boolean accepts(Terms.Done done, Instant now) {
        return (done.begun() || assignment.isOpen(now))
                && !assignment.isClosed(now)
                && left(done) != 0;
    }

    /// How many attempts are left; -1 for any number.
    public int left(Terms.Done done) {
        var most = assignment.allowance().attempts();
        return most == null ? -1 : Math.max(0, most - done.attempts());
    }

    /// When the solution is shown to who has not passed.
    boolean shows(Terms.Done done, Instant now) {
        return assignment.isPast(now)
                || (!assignment.allowance().hidesSolution()
                        && (done.begun() || assignment.isOpen(now)));
    }

    boolean givesHints(Terms.Done done, Instant now) {
        return (done.begun() || assignment.isOpen(now))
                && done.attempts() >= assignment.allowance().hintsAfter();
    }
}
