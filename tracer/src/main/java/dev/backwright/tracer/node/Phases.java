package dev.backwright.tracer.node;

/// What the process is at, told to the observer whenever it changes.
final class Phases {

    private final Observer observer;
    private Phase current = Phase.SCRIPT;

    Phases(Observer observer) {
        this.observer = observer;
    }

    Phase current() {
        return current;
    }

    void enter(Phase phase) {
        if (phase != current) {
            current = phase;
            observer.enters(phase);
        }
    }

    /// Enters a phase inside another one.
    void during(Phase phase, Runnable work) {
        Phase outer = current;
        enter(phase);
        work.run();
        enter(outer);
    }
}
