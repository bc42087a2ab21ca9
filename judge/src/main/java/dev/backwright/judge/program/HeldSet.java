package dev.backwright.judge.program;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A `Set`, with its identity; members that Java finds equal are kept apart, as JavaScript does.
final class HeldSet extends AbstractSet<@Nullable Object> implements Held {

    private final int handle;
    private final List<@Nullable Object> members = new ArrayList<>();

    HeldSet(int handle) {
        this.handle = handle;
    }

    void append(@Nullable Object member) {
        members.add(member);
    }

    @Override
    public int handle() {
        return handle;
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return members.iterator();
    }

    @Override
    public int size() {
        return members.size();
    }
}
