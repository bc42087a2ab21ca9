package dev.backwright.services.mongo.emulator;

import dev.backwright.services.ServiceException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Emulators at rest. A process costs half a second to start and a few milliseconds to be used again.
public final class Emulators implements AutoCloseable {

    private static final int MOST_AT_REST = 2;

    private final Deque<Emulator> atRest = new ArrayDeque<>();
    private boolean closed;

    /// An empty one.
    public Emulator take() {
        @Nullable Emulator rested = next();
        while (rested != null) {
            try {
                return rested.open();
            } catch (ServiceException gone) {
                rested.close();
                rested = next();
            }
        }
        Emulator fresh = Emulator.start();
        try {
            return fresh.open();
        } catch (RuntimeException e) {
            fresh.close();
            throw e;
        }
    }

    private synchronized @Nullable Emulator next() {
        if (closed) {
            throw new ServiceException("The MongoDB emulators were closed: open others.");
        }
        return atRest.poll();
    }

    /// Takes one back: empties it, or ends it where that cannot be done.
    public void giveBack(Emulator emulator) {
        if (!emulator.emptied() || !kept(emulator)) {
            emulator.close();
        }
    }

    private synchronized boolean kept(Emulator emulator) {
        if (closed || atRest.size() >= MOST_AT_REST) {
            return false;
        }
        return atRest.add(emulator);
    }

    @Override
    public synchronized void close() {
        closed = true;
        atRest.forEach(Emulator::close);
        atRest.clear();
    }
}
