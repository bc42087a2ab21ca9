package dev.backwright.judge.program;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An array, with its identity.
final class HeldList extends AbstractList<@Nullable Object> implements Held {

    private final int handle;
    private final List<@Nullable Object> items = new ArrayList<>();

    HeldList(int handle) {
        this.handle = handle;
    }

    void append(@Nullable Object item) {
        items.add(item);
    }

    @Override
    public int handle() {
        return handle;
    }

    @Override
    public @Nullable Object get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }
}
