package dev.backwright.cli.doctor;

import java.util.Objects;

/// Which Java this runs on; `./backwright` has seen to its version.
final class JavaProbe implements Probe {

    @Override
    public Finding look() {
        return Finding.good("Java", property("java.vm.version") + " in " + property("java.home"));
    }

    private static String property(String name) {
        return Objects.requireNonNullElse(System.getProperty(name), "unknown");
    }
}
