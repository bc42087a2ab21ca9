package dev.backwright.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Whether programs can be kept apart by namespaces here, by trying it.
final class IsolationProbe implements Probe {

    private static final String WHAT = "isolation";
    private static final Path APPARMOR =
            Path.of("/proc/sys/kernel/apparmor_restrict_unprivileged_userns");
    private static final Path DEBIAN = Path.of("/proc/sys/kernel/unprivileged_userns_clone");

    @Override
    public Finding look() {
        String system = Objects.requireNonNullElse(System.getProperty("os.name"), "");
        if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
            return Finding.weak(
                    WHAT,
                    "process limits only, as on every " + system,
                    "Run only programs you would run by hand.");
        }
        Optional<Asked> version = Asked.program("bwrap", "--version");
        if (version.isEmpty()) {
            return Finding.weak(
                    WHAT,
                    "process limits only: bubblewrap is not installed",
                    "sudo apt-get install bubblewrap (or your system's way to install it)");
        }
        Optional<Asked> trial =
                Asked.program(
                        "bwrap",
                        "--unshare-all",
                        "--die-with-parent",
                        "--ro-bind",
                        "/",
                        "/",
                        "true");
        return trial.isPresent() && trial.get().went()
                ? Finding.good(WHAT, "namespaces, by " + version.get().said())
                : Finding.weak(
                        WHAT,
                        "process limits only: "
                                + trial.map(Asked::said).orElse("bwrap cannot be run"),
                        advice());
    }

    private static String advice() {
        if (says(APPARMOR, "1")) {
            return "AppArmor forbids user namespaces: add a profile for /usr/bin/bwrap with 'userns,', or sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0";
        }
        if (says(DEBIAN, "0")) {
            return "sudo sysctl -w kernel.unprivileged_userns_clone=1";
        }
        return "In a container: let it make user namespaces (docs/architecture.md); elsewhere ask whoever runs this machine.";
    }

    private static boolean says(Path file, String value) {
        try {
            return Files.readString(file).strip().equals(value);
        } catch (IOException notHere) {
            return false;
        }
    }
}
