package dev.backwright.academy.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Keeps what need not be said at once back for a moment, since what comes next may say it, too: a verdict that comes quickly is then
/// written once, and not check by check. For one thread.
///
/// @param <E> what is said
final class Late<E> {

    /// Nobody feels it.
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(150);

    private final Predicate<E> canWait;
    private final BiFunction<E, E, Optional<E>> both;
    private @Nullable E kept;
    private long until;

    /// @param both one that says all of two, of which the first waits; nothing where there is none
    Late(Predicate<E> canWait, BiFunction<E, E, Optional<E>> both) {
        this.canWait = canWait;
        this.both = both;
    }

    boolean isEmpty() {
        return kept == null;
    }

    /// How long the next event may be waited for, in nanoseconds; without end where nothing is kept.
    long patience() {
        return kept == null ? Long.MAX_VALUE : Math.max(0, until - System.nanoTime());
    }

    /// @param event what came; `null` where nothing did for as long as [#patience] said
    /// @return what is to be said now, in this order
    List<E> due(@Nullable E event) {
        var due = new ArrayList<E>();
        if (event != null) {
            take(event, due);
        }
        E left = kept;
        if (left != null && (event == null || patience() == 0)) {
            due.add(left);
            kept = null;
        }
        return due;
    }

    private void take(E event, List<E> due) {
        E before = kept;
        E one = before == null ? null : both.apply(before, event).orElse(null);
        if (one != null) {
            keepOrSay(one, due);
        } else if (!canWait.test(event)) {
            due.add(event);
        } else {
            if (before != null) {
                due.add(before);
            }
            kept = event;
            until = System.nanoTime() + MOMENT;
        }
    }

    private void keepOrSay(E one, List<E> due) {
        if (canWait.test(one)) {
            kept = one;
        } else {
            kept = null;
            due.add(one);
        }
    }
}
