package dev.backwright.tracer.node;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Bindings that are not there or not there yet, and classes used in ways they forbid.
final class ClassTexts {

    private static final Pattern DEAD_ZONE =
            Pattern.compile("TemporalDeadZone.*|.*FrameSlot.*|.*ImportBinding.*");

    private static final Rules RULES =
            new Rules()
                    .when(
                            "\"?([\\w$]+)\"? is not defined",
                            (match, thrown) ->
                                    DEAD_ZONE.matcher(thrown.node()).matches()
                                            ? Optional.of(
                                                    "Cannot access '"
                                                            + match.group(1)
                                                            + "' before initialization")
                                            : Optional.of(match.group(1) + " is not defined"))
                    .when("Receiver must be an instance of class", ClassTexts::receiver)
                    .when(
                            "cannot create promise: executor not callable",
                            (match, thrown) ->
                                    Optional.of(
                                            "Promise resolver "
                                                    + Displays.object(thrown.argument())
                                                    + " is not a function"));

    private ClassTexts() {}

    static Optional<String> corrected(ThrownAt thrown) {
        return RULES.corrected(thrown);
    }

    private static Optional<String> receiver(MatchResult match, ThrownAt thrown) {
        var name = Pattern.compile("(?s).*\\bclass\\s+([\\w$]+).*").matcher(thrown.before());
        return Optional.of(
                "Receiver must be "
                        + (name.matches()
                                ? "an instance of class " + name.group(1)
                                : "an instance of class anonymous"));
    }
}
