package dev.backwright.judge.program;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A plain object or a `Map`, with its identity, in its order.
final class HeldMap extends AbstractMap<@Nullable Object, @Nullable Object> implements Held {

    private final int handle;
    private final List<Entry<@Nullable Object, @Nullable Object>> entries = new ArrayList<>();

    HeldMap(int handle) {
        this.handle = handle;
    }

    void append(@Nullable Object key, @Nullable Object value) {
        entries.add(new SimpleImmutableEntry<>(key, value));
    }

    @Override
    public int handle() {
        return handle;
    }

    @Override
    public Set<Entry<@Nullable Object, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<@Nullable Object, @Nullable Object>> iterator() {
                return entries.iterator();
            }

            @Override
            public int size() {
                return entries.size();
            }
        };
    }
}
