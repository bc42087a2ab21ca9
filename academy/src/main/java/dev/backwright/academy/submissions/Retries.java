package dev.backwright.academy.submissions;

import java.time.Duration;

/// How often, and how soon, judging that came to nothing is tried again.
///
/// @param tries all of them, with the first
/// @param first how long before the second; each further wait is four times as long
public record Retries(int tries, Duration first) {

    public static final Retries STANDARD = new Retries(3, Duration.ofSeconds(5));

    boolean more(int unjudged) {
        return unjudged < tries;
    }

    /// @param unjudged how often it came to nothing, from 1
    Duration before(int unjudged) {
        return first.multipliedBy(1L << (2 * (unjudged - 1)));
    }
}
