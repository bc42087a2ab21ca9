package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import java.util.IdentityHashMap;
import java.util.Set;

/// Tells the program's jobs from Node's own: Node's loaders and streams work with promises and immediates too.
///
/// A job that calls the program is the program's. Of the others those are that the program caused, and that are no step of an async function of Node's.
final class Ownership {

    private final IdentityHashMap<Object, Boolean> known = new IdentityHashMap<>();
    private boolean causedByProgram;

    boolean isThePrograms(Waiting found) {
        return known.computeIfAbsent(
                found.identity(),
                first ->
                        found.callsTheProgram()
                                || found.identity() instanceof Operation
                                || (causedByProgram && !isInternal(found)));
    }

    private static boolean isInternal(Waiting found) {
        return switch (found.kind()) {
            case "await", "microtask" -> true;
            case "immediate" -> found.function() != null && Library.wrote(found.function());
            case "reaction" ->
                    found.function() instanceof JSFunctionObject handler
                            && !Intrinsics.functionName(handler).isEmpty();
            default -> false;
        };
    }

    void disown(Waiting found) {
        if (!found.callsTheProgram()) {
            known.putIfAbsent(found.identity(), false);
        }
    }

    /// Whose code runs now: what is found from here on is its.
    void runs(boolean program) {
        causedByProgram = program;
    }

    boolean causedByProgram() {
        return causedByProgram;
    }

    void keepOnly(Set<Object> waiting) {
        known.keySet().retainAll(waiting);
    }
}
