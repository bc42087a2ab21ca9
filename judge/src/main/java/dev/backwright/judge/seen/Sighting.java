package dev.backwright.judge.seen;

import dev.backwright.checks.Js;
import dev.backwright.checks.Seen;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The one implementation of [Seen]'s assertions; immutable.
///
/// ```java
/// Sighting.of("header X-Id", "7", Failing.PLAIN).is("8");   // header X-Id: expected '8'; seen '7'
/// ```
public final class Sighting implements Seen {

    private final String what;
    private final boolean present;
    private final @Nullable Object value;
    private final Failing failing;

    private Sighting(String what, boolean present, @Nullable Object value, Failing failing) {
        this.what = what;
        this.present = present;
        this.value = value;
        this.failing = failing;
    }

    /// Something that was seen.
    ///
    /// @param what leads the message: `header X-Id`; may be empty
    public static Sighting of(String what, @Nullable Object value, Failing failing) {
        return new Sighting(what, true, value, failing);
    }

    /// There was nothing to see.
    public static Sighting absent(String what, Failing failing) {
        return new Sighting(what, false, null, failing);
    }

    @Override
    public Sighting is(@Nullable Object expected) {
        return holds(equalTo(expected), Rendering.of(expected));
    }

    @Override
    public Sighting isNot(@Nullable Object unexpected) {
        return holds(!equalTo(unexpected), "anything but " + Rendering.of(unexpected));
    }

    @Override
    public Sighting isOneOf(@Nullable Object... expected) {
        List<@Nullable Object> choices = Arrays.asList(expected);
        return holds(choices.stream().anyMatch(this::equalTo), Rendering.anyOf(choices));
    }

    @Override
    public Sighting matches(String regex) {
        boolean found = value instanceof String text && Pattern.compile(regex).matcher(text).find();
        return holds(found, "a text matching /" + regex + "/");
    }

    @Override
    public Sighting contains(Object part) {
        return holds(hasPart(part), container() + " with " + Rendering.of(part));
    }

    @Override
    public Sighting lacks(Object part) {
        boolean container = value instanceof String || value instanceof Iterable<?>;
        return holds(container && !hasPart(part), container() + " without " + Rendering.of(part));
    }

    @Override
    public Sighting isAbsent() {
        return holds(!isThere(), "nothing");
    }

    @Override
    public Sighting isPresent() {
        return holds(isThere(), "something");
    }

    @Override
    public Sighting isAtMost(long most) {
        return holds(compared(most) <= 0, "a number, at most " + most);
    }

    @Override
    public Sighting isAtLeast(long least) {
        return holds(compared(least) >= 0, "a number, at least " + least);
    }

    @Override
    public Sighting because(String reason) {
        String lead = what.isEmpty() ? reason : reason + ": " + what;
        return new Sighting(lead, present, value, failing);
    }

    @Override
    public @Nullable Object raw() {
        return value;
    }

    @Override
    public String text() {
        if (value instanceof String text) {
            return text;
        }
        throw unmet("a text");
    }

    @Override
    public long number() {
        if (value instanceof Number number) {
            try {
                return new BigDecimal(number.toString()).longValueExact();
            } catch (ArithmeticException | NumberFormatException notWhole) {
                throw unmet("a whole number");
            }
        }
        throw unmet("a whole number");
    }

    @Override
    public String toString() {
        return isThere() || present ? Rendering.of(value) : "nothing";
    }

    private boolean equalTo(@Nullable Object expected) {
        return present ? Equality.same(expected, value) : expected == Js.UNDEFINED;
    }

    private boolean isThere() {
        return present && value != Js.UNDEFINED;
    }

    private boolean hasPart(Object part) {
        if (value instanceof String text) {
            return part instanceof CharSequence piece && text.contains(piece);
        }
        return value instanceof Iterable<?> items && anySame(items, part);
    }

    private static boolean anySame(Iterable<?> items, Object part) {
        for (Object item : items) {
            if (Equality.same(part, item)) {
                return true;
            }
        }
        return false;
    }

    private String container() {
        return value instanceof Iterable<?> ? "a list" : "a text";
    }

    /// Below, equal or above as [Comparable]; what is no number is neither at most nor at least anything.
    private int compared(long bound) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return new BigDecimal(number.toString()).compareTo(BigDecimal.valueOf(bound));
        }
        throw unmet("a number");
    }

    private Sighting holds(boolean held, String expected) {
        if (!held) {
            throw unmet(expected);
        }
        return this;
    }

    private dev.backwright.checks.Unmet unmet(String expected) {
        String lead = what.isEmpty() ? "" : what + ": ";
        return failing.expecting(expected, lead + "expected " + expected + "; seen " + this);
    }
}
