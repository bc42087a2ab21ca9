package dev.backwright.services.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A barrier on a wire: matching statements wait here before the server sees anything of them.
public final class Hold implements Pause {

    private final StatementPattern pattern;
    private final Pulse pulse;
    private final Set<Integer> connections = new HashSet<>();
    private final List<SeenEntry> waiting = new ArrayList<>();
    private int wanted = Integer.MAX_VALUE;
    private long arrived;
    private boolean open;
    private boolean stepping;
    private int step;

    Hold(StatementPattern pattern, Pulse pulse) {
        this.pattern = pattern;
        this.pulse = pulse;
    }

    /// Lets all go, now and later, as soon as statements have arrived on `n` different connections; or with fewer, when nothing has
    /// gone over the wire for 300 ms and the server is at rest too; or for 60 ms, where as many connections as are missing wait for
    /// a lock in the server.
    public synchronized void untilAll(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("a hold waits for at least one statement, not " + n);
        }
        wanted = n;
        notifyAll();
    }

    /// As [#untilAll], again and again: matching statements go on `n` at a time.
    public synchronized void inStep(int n) {
        stepping = true;
        untilAll(n);
    }

    /// Lets go of what has arrived, and holds nothing more.
    @Override
    public synchronized void release() {
        open = true;
        notifyAll();
    }

    /// How many statements have arrived.
    public synchronized long arrived() {
        return arrived;
    }

    @Override
    public boolean holds(SeenEntry entry) {
        return pattern.matches(entry.text());
    }

    /// Waits here until the barrier opens.
    ///
    /// @return whether it had to wait
    @Override
    public synchronized boolean pass(int connection, SeenEntry entry) throws InterruptedException {
        arrived++;
        connections.add(connection);
        waiting.add(entry);
        int mine = step;
        boolean waited = false;
        while (!open && step == mine) {
            long left = connections.size() >= wanted ? 0 : untilRest();
            if (left > 0) {
                waited = true;
                wait(left);
            } else {
                letGo();
            }
        }
        waiting.remove(entry);
        return waited;
    }

    private long untilRest() {
        return wanted == Integer.MAX_VALUE
                ? Integer.MAX_VALUE
                : pulse.untilRest(wanted - connections.size());
    }

    private void letGo() {
        if (connections.size() < wanted) {
            noteEarly();
        }
        if (stepping) {
            step++;
            connections.clear();
            notifyAll();
        } else {
            release();
        }
    }

    private void noteEarly() {
        String early =
                "let go early: "
                        + connections.size()
                        + " of "
                        + wanted
                        + " had come when the wire was at rest";
        waiting.forEach(entry -> entry.note(early));
    }
}
