package dev.backwright.tracer.node;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.js.runtime.objects.Undefined;
import org.jspecify.annotations.Nullable;

/// libuv's loop on virtual time: timers, poll, check, and after every callback the two queues.
///
/// Node's JavaScript does the work of each phase; what must be known of it stands in the two small arrays that it shares with its native side.
final class EventLoop {

    private static final int HAS_TICK = 0;
    private static final int HAS_REJECTION = 1;
    private static final int IMMEDIATES = 0;
    private static final int REFERENCED_IMMEDIATES = 1;
    private static final int OUTSTANDING = 2;

    private final Clock clock;
    private final Phases phases;
    private final Microtasks microtasks;
    private final Failures failures;
    private final Observer observer;
    private final Completions completions = new Completions();

    private Object process = Undefined.instance;
    private Object tickCallback = Undefined.instance;
    private Object processImmediate = Undefined.instance;
    private Object processTimers = Undefined.instance;
    private Object tickInfo = Undefined.instance;
    private Object immediateInfo = Undefined.instance;
    private double timerDue = Double.POSITIVE_INFINITY;
    private boolean timerHolds = true;

    EventLoop(
            Clock clock,
            Phases phases,
            Microtasks microtasks,
            Failures failures,
            Observer observer) {
        this.clock = clock;
        this.phases = phases;
        this.microtasks = microtasks;
        this.failures = failures;
        this.observer = observer;
    }

    void define(Host host) {
        host.effect("setTickCallback", 1, call -> tickCallback = call.at(0));
        host.effect("setupTimers", 2, this::setupTimers);
        host.effect("setLoopState", 3, this::setState);
        host.effect("scheduleTimer", 1, this::scheduleTimer);
        host.effect("toggleTimerRef", 1, call -> timerHolds = call.truthy(0));
        host.effect("completeLater", 3, this::completeLater);
    }

    private void completeLater(Host.Arguments call) {
        var request = new Request(call.text(1), call.text(2), call.at(0));
        completions.add(request);
        observer.asks(request);
    }

    private void setupTimers(Host.Arguments call) {
        processImmediate = call.at(0);
        processTimers = call.at(1);
    }

    private void setState(Host.Arguments call) {
        process = call.at(0);
        tickInfo = call.at(1);
        immediateInfo = call.at(2);
    }

    private void scheduleTimer(Host.Arguments call) {
        timerDue = Math.floor(clock.now()) + Math.max(1, Math.floor(call.number(0)));
    }

    /// Calls into JavaScript from the outermost level: a failure is the process's, and then the queues wait for the next callback.
    void callback(Object function, Object self, Object... arguments) {
        if (guarded(function, self, arguments) != null) {
            drain();
        }
    }

    /// `null` if it failed.
    private @Nullable Object guarded(Object function, Object self, Object... arguments) {
        try {
            return Values.call(function, self, arguments);
        } catch (AbstractTruffleException | StackOverflowError failure) {
            failures.uncaught(failure);
            return null;
        }
    }

    /// What Node does at the end of every callback scope: microtasks at once if no tick waits, else ticks and microtasks in turn.
    void drain() {
        if (count(tickInfo, HAS_TICK) == 0) {
            microtasks.run();
        }
        if (count(tickInfo, HAS_TICK) != 0 || count(tickInfo, HAS_REJECTION) != 0) {
            phases.during(Phase.TICK, () -> guarded(tickCallback, process));
        }
    }

    /// Runs until nothing is left that would keep a process alive.
    void run() {
        if (!alive()) {
            return;
        }
        clock.advanceTo(clock.now() + 1);
        timers();
        while (alive()) {
            poll();
            check();
            timers();
        }
    }

    /// Whether a request is done before the next immediate runs.
    boolean pollsBeforeImmediates() {
        return completions.comeFirst();
    }

    boolean alive() {
        return (timerDue != Double.POSITIVE_INFINITY && timerHolds)
                || count(immediateInfo, REFERENCED_IMMEDIATES) > 0
                || !completions.isEmpty();
    }

    private void timers() {
        if (timerDue > clock.now()) {
            return;
        }
        phases.enter(Phase.TIMERS);
        timerDue = Double.POSITIVE_INFINITY;
        Object next;
        do {
            next = guarded(processTimers, process, Math.floor(clock.now()));
        } while (next == null);
        rearm(((Number) next).doubleValue());
        drain();
    }

    /// `next` is when the next list is due: negative if no timer in it keeps the process alive, 0 if there is none.
    private void rearm(double next) {
        if (next != 0) {
            double now = Math.floor(clock.now());
            timerDue = now + Math.max(1, Math.abs(next) - now);
            timerHolds = next > 0;
        }
    }

    /// A completion that comes while immediates wait is taken only by the next poll, as the thread that reads is seldom quicker than the loop.
    private void poll() {
        boolean waits = count(immediateInfo, REFERENCED_IMMEDIATES) == 0;
        if (waits && !completions.isEmpty()) {
            clock.advanceTo(clock.now() + Completions.LATENCY);
        } else if (waits && timerDue != Double.POSITIVE_INFINITY) {
            clock.advanceTo(timerDue);
        }
        completions.poll(waits);
        for (var done = completions.next(); done != null; done = completions.next()) {
            phases.enter(Phase.POLL);
            observer.completes(done);
            callback(done.callback(), Undefined.instance);
            observer.completed(done);
        }
    }

    private void check() {
        if (count(immediateInfo, IMMEDIATES) == 0) {
            return;
        }
        phases.enter(Phase.CHECK);
        do {
            callback(processImmediate, process);
        } while (count(immediateInfo, OUTSTANDING) != 0);
        clock.advanceTo(clock.now() + 1);
    }

    private static int count(Object array, int index) {
        return Values.integer(Values.item(array, index), 0);
    }
}
