package dev.backwright.cli.doctor;

/// Looks at one thing of this machine.
@FunctionalInterface
interface Probe {

    Finding look();
}
