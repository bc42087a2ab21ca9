package dev.backwright.sandbox;

/// Signals by number, as far as we must know them; the same on Linux and macOS.
final class Signals {

    static final int KILL = 9;
    static final int XCPU = 24;

    private Signals() {}
}
