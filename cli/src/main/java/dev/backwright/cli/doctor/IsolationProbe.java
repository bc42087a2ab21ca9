package dev.backwright.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Whether programs are kept apart by namespaces here, as a judge finds it.
record IsolationProbe(Trial trial) implements Probe {

    private static final String WHAT = "isolation";
    private static final String INSTALL =
            "sudo apt-get install bubblewrap (or your system's way to install it)";
    private static final String BY_HAND = "Run only programs you would run by hand.";
    private static final Path APPARMOR =
            Path.of("/proc/sys/kernel/apparmor_restrict_unprivileged_userns");
    private static final Path DEBIAN = Path.of("/proc/sys/kernel/unprivileged_userns_clone");

    @Override
    public Finding look() {
        String system = Objects.requireNonNullElse(System.getProperty("os.name"), "");
        boolean linux = system.toLowerCase(Locale.ROOT).contains("linux");
        Optional<Asked> bwrap = linux ? Asked.program("bwrap", "--version") : Optional.empty();
        String advice = linux ? bwrap.isEmpty() ? INSTALL : advice() : BY_HAND;
        return switch (trial) {
            case Trial.Untried(var why) ->
                    Finding.weak(WHAT, "not tried: " + why, "Mend what is marked missing above.");
            case Trial.Refused(var why) -> Finding.missing(WHAT, "none: " + why, advice);
            case Trial.Tried tried when tried.isolation().equals("namespaces") ->
                    Finding.good(WHAT, "namespaces, by " + bwrap.map(Asked::said).orElse("bwrap"));
            case Trial.Tried tried when linux && bwrap.isPresent() ->
                    Finding.weak(
                            WHAT,
                            "process limits only: " + String.join(" ", tried.warnings()),
                            advice);
            case Trial.Tried _ ->
                    Finding.weak(
                            WHAT,
                            linux
                                    ? "process limits only: bubblewrap is not installed"
                                    : "process limits only, as on every " + system,
                            advice);
        };
    }

    private static String advice() {
        if (says(APPARMOR, "1")) {
            return "AppArmor forbids user namespaces: add the profile for /usr/bin/bwrap that stands in docs/platforms.md";
        }
        if (says(DEBIAN, "0")) {
            return "sudo sysctl -w kernel.unprivileged_userns_clone=1";
        }
        return "In a container: let it make user namespaces (docs/platforms.md); elsewhere ask whoever runs this machine.";
    }

    private static boolean says(Path file, String value) {
        try {
            return Files.readString(file).strip().equals(value);
        } catch (IOException notHere) {
            return false;
        }
    }
}
