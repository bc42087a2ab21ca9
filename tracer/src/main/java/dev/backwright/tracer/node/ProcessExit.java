package dev.backwright.tracer.node;

/// The program has ended, from wherever it was. No `finally` of JavaScript runs on its way.
final class ProcessExit extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int code;

    ProcessExit(int code) {
        super("exit " + code, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }
}
