package dev.backwright.judge.program;

/// Something that stands for an object inside the program.
interface Held {

    /// Its handle in the probe.
    int handle();
}
