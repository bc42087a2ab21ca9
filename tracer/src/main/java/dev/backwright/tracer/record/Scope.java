package dev.backwright.tracer.record;

import com.oracle.truffle.api.frame.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A scope of the running program. It keeps its number whether it is seen from the call that made it or from a closure.
@SuppressWarnings("ReferenceEquality") // frames, slots and scopes are themselves and nothing else
final class Scope {

    /// Some of its variables: slots of one of GraalJS's frames.
    ///
    /// A variable that no closure uses stays in the function's own frame; the others share one that outlives the call.
    private static final class Part {
        final Frame frame;
        final Slots slots;
        final @Nullable Object[] last;

        Part(Frame frame, Slots slots) {
            this.frame = frame;
            this.slots = slots;
            this.last = new Object[slots.size()];
            Arrays.fill(last, this);
        }
    }

    final int number;
    final String kind;
    final String name;
    @Nullable Scope outer;
    int call;
    boolean closed;

    /// `this` in the function it belongs to; null of blocks, of arrows, and before it is known.
    @Nullable Object self;

    private final List<Part> parts = new ArrayList<>(2);
    private final Map<String, Object> variables = new LinkedHashMap<>();
    private Set<String> hidden = Set.of();
    private boolean changed = true;

    Scope(int number, String kind, String name) {
        this.number = number;
        this.kind = kind;
        this.name = name;
    }

    /// Leaves out what Node puts around every file, unless the program speaks of it.
    void hides(Set<String> names) {
        hidden = names;
    }

    void reads(Frame frame, Slots slots) {
        for (var part : parts) {
            if (part.frame == frame && part.slots == slots) {
                return;
            }
        }
        parts.add(new Part(frame, slots));
    }

    boolean isWithin(Scope other) {
        for (Scope at = this; at != null; at = at.outer) {
            if (at == other) {
                return true;
            }
        }
        return false;
    }

    void close() {
        changed |= !closed;
        closed = true;
    }

    /// Reads the variables again; true if there is something new to show.
    boolean look(Values values) {
        for (var part : parts) {
            for (int i = 0; i < part.last.length; i++) {
                var value = part.slots.read(part.frame, i);
                if (!Raw.same(value, part.last[i])) {
                    part.last[i] = value;
                    put(part.slots.name(i), value, values);
                }
            }
        }
        boolean news = changed;
        changed = false;
        return news;
    }

    private void put(String variable, @Nullable Object value, Values values) {
        if (hidden.contains(variable)) {
            return;
        }
        if (value == Slots.NOT_THERE) {
            changed |= variables.remove(variable) != null;
        } else {
            variables.put(variable, values.json(value));
            changed = true;
        }
    }

    /// What it holds on to.
    void visit(java.util.function.Consumer<@Nullable Object> held) {
        for (var part : parts) {
            for (int i = 0; i < part.last.length; i++) {
                if (!hidden.contains(part.slots.name(i))) {
                    held.accept(part.last[i]);
                }
            }
        }
    }

    Map<String, Object> shown() {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("kind", kind);
        if (!name.isEmpty()) {
            shown.put("name", name);
        }
        if (outer != null) {
            shown.put("outer", outer.number);
        }
        if (call != 0) {
            shown.put("call", call);
        }
        if (closed) {
            shown.put("closed", true);
        }
        shown.put("vars", new LinkedHashMap<>(variables));
        return shown;
    }
}
