package dev.backwright.tracer.node;

/// The program has ended, from wherever it was. No `finally` of JavaScript runs on its way.
final class ProcessExit extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int code;
    private final Ending.By by;

    ProcessExit(int code, Ending.By by) {
        super("exit " + code, null, false, false);
        this.code = code;
        this.by = by;
    }

    Ending ending() {
        return new Ending(code, by);
    }
}
