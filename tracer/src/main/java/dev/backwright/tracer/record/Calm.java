package dev.backwright.tracer.record;

import java.util.regex.Pattern;

/// What a piece of the program's text cannot do, as far as that can be said at a glance: `i++` queues nothing and changes no object.
///
/// It only saves looking: in doubt a place is not calm. Code that runs behind such a text (a getter, a `valueOf`) is the program's and has steps of its own.
///
/// @param queuesNothing no call can happen here, so that no job can be queued
/// @param changesNothing nor can an object be written to
record Calm(boolean queuesNothing, boolean changesNothing) {

    static final Calm NOT_AT_ALL = new Calm(false, false);

    private static final Pattern MAY_CALL =
            Pattern.compile("[(`]|\\b(?:await|yield|import|new|of|class|delete|using)\\b");
    private static final Pattern MAY_WRITE = Pattern.compile("[.\\[]");

    static Calm of(CharSequence text) {
        boolean queuesNothing = !MAY_CALL.matcher(text).find();
        return new Calm(queuesNothing, queuesNothing && !MAY_WRITE.matcher(text).find());
    }
}
