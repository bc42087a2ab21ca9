package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The objects that are shown. Each has a number of its own for as long as the recording lasts.
///
/// All that are shown are compared with what they held, whenever something can have changed; only those that did change are read. What
/// nothing refers to any more is taken away by [#sweep], now and then, as in any heap.
final class Heap {

    private static final class Entry {
        final JSDynamicObject object;
        final int number;

        /// It is one every program starts with: nothing of it is shown but its name.
        boolean named;

        boolean emitter;
        List<@Nullable Object> contents = new ArrayList<>();

        Entry(JSDynamicObject object, int number) {
            this.object = object;
            this.number = number;
        }
    }

    private final Table table;
    private final Limits limits;
    private final Raw raw;
    private final Intrinsics intrinsics;
    private final IdentityHashMap<Object, Entry> entries = new IdentityHashMap<>();
    private final ArrayList<Entry> live = new ArrayList<>();
    private final ArrayDeque<Entry> fresh = new ArrayDeque<>();
    private List<@Nullable Object> buffer = new ArrayList<>();
    private long looks;

    Heap(Table table, Limits limits, Intrinsics intrinsics) {
        this.table = table;
        this.limits = limits;
        this.raw = new Raw(limits.properties());
        this.intrinsics = intrinsics;
    }

    /// How to say an object wherever it is referred to.
    Object refer(JSDynamicObject object) {
        var own = Intrinsics.nativeName(object);
        return own != null ? List.of("native", own) : List.of("ref", number(object));
    }

    int number(JSDynamicObject object) {
        var entry = entries.get(object);
        if (entry == null) {
            entry = new Entry(object, entries.size() + 1);
            entries.put(object, entry);
        }
        if (!table.shows(entry.number) && entry.contents.isEmpty() && hasRoom()) {
            entry.contents.add(this);
            fresh.add(entry);
        }
        return entry.number;
    }

    private boolean hasRoom() {
        return live.size() + fresh.size() < limits.objects();
    }

    /// Looks at what came into sight since the last step and, if `all`, for changes in everything else.
    void look(Description descriptions, boolean all) {
        if (all) {
            for (int i = 0; i < live.size(); i++) {
                look(live.get(i), descriptions);
            }
        }
        for (var entry = fresh.poll(); entry != null; entry = fresh.poll()) {
            live.add(entry);
            if (!isNamed(entry)) {
                look(entry, descriptions);
            }
        }
    }

    private boolean isNamed(Entry entry) {
        var name = intrinsics.name(entry.object);
        if (name != null) {
            entry.named = true;
            table.show(entry.number, Description.intrinsic(name));
        }
        return entry.named;
    }

    private void look(Entry entry, Description descriptions) {
        looks++;
        if (entry.named || raw.holds(entry.object, entry.contents)) {
            return;
        }
        buffer.clear();
        raw.take(entry.object, buffer);
        if (!same(buffer, entry.contents)) {
            var old = entry.contents;
            entry.contents = buffer;
            buffer = old;
            entry.emitter = Listeners.has(entry.object);
            table.show(entry.number, descriptions.of(entry.object));
        }
    }

    private static boolean same(List<@Nullable Object> one, List<@Nullable Object> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!Raw.same(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// Names the objects that have listeners.
    void eachEmitter(Consumer<JSDynamicObject> each) {
        for (int i = 0; i < live.size(); i++) {
            if (live.get(i).emitter) {
                each.accept(live.get(i).object);
            }
        }
    }

    int size() {
        return live.size();
    }

    /// How many objects have been looked at so far, each time anew.
    long looks() {
        return looks;
    }

    /// Keeps what the roots lead to, objects and scopes, and takes the rest away.
    void sweep(Consumer<Consumer<@Nullable Object>> roots, Scopes scopes) {
        var work = new ArrayDeque<Object>();
        Set<Object> reached = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
        Consumer<@Nullable Object> reach =
                value -> {
                    if (value != null
                            && (value instanceof Scope || entries.containsKey(value))
                            && reached.add(value)) {
                        work.add(value);
                    }
                };
        roots.accept(reach);
        for (var thing = work.poll(); thing != null; thing = work.poll()) {
            visit(thing, reach, scopes);
        }
        live.removeIf(entry -> !reached.contains(entry.object) && gone(entry));
        var shown = new HashSet<Integer>();
        for (var thing : reached) {
            if (thing instanceof Scope scope) {
                shown.add(scope.number);
            }
        }
        scopes.keepOnly(shown);
    }

    private boolean gone(Entry entry) {
        table.remove(entry.number);
        entry.contents = new ArrayList<>();
        return true;
    }

    private void visit(Object thing, Consumer<@Nullable Object> reach, Scopes scopes) {
        if (thing instanceof Scope scope) {
            reach.accept(scope.outer);
            scope.visit(reach);
            return;
        }
        var entry = entries.get(thing);
        if (entry != null) {
            entry.contents.forEach(reach);
        }
        if (thing instanceof JSFunctionObject function) {
            reach.accept(scopes.closedOver(function));
        }
    }
}
