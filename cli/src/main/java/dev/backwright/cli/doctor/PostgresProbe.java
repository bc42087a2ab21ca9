package dev.backwright.cli.doctor;

import java.util.Locale;
import java.util.Objects;

/// Whether the build brought PostgreSQL's binaries for this machine.
final class PostgresProbe implements Probe {

    private static final String WHAT = "PostgreSQL";

    @Override
    public Finding look() {
        String machine = machine();
        boolean there = PostgresProbe.class.getResource("/postgres-" + machine + ".txz") != null;
        return there
                ? Finding.good(WHAT, "binaries for " + machine)
                : Finding.missing(
                        WHAT,
                        "no binaries for " + machine,
                        "Labs with a database need x86-64 or arm64 Linux or macOS; the others work.");
    }

    /// As zonky's archives name it.
    private static String machine() {
        String system = property("os.name").contains("mac") ? "darwin" : "linux";
        String processor = property("os.arch");
        return system + "-" + (processor.equals("aarch64") ? "arm_64" : "x86_64");
    }

    private static String property(String name) {
        return Objects.requireNonNullElse(System.getProperty(name), "").toLowerCase(Locale.ROOT);
    }
}
