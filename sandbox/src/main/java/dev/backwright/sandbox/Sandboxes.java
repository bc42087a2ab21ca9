package dev.backwright.sandbox;

import dev.backwright.sandbox.SandboxSettings.Kind;

/// Opens the best sandbox this machine allows: `try (var sandbox = Sandboxes.open(SandboxSettings.of(toolbox, run)))`.
///
/// For other people's programs plain processes are not good enough, unless [People] says that they must do.
public final class Sandboxes {

    private Sandboxes() {}

    /// @throws SandboxException when the wanted kind does not work here; the message says why and what to do
    public static Sandbox open(SandboxSettings settings) {
        if (settings.kind() == Kind.PROCESS) {
            return plain(settings, "Plain processes were asked for.");
        }
        try {
            return NamespaceSandbox.open(settings);
        } catch (SandboxException e) {
            if (settings.kind() == Kind.NAMESPACES) {
                throw e;
            }
            return plain(settings, e.getMessage() + ".", e.getMessage() + ". " + WHAT_TO_DO);
        }
    }

    private static Sandbox plain(SandboxSettings settings, String why, String... warnings) {
        var people = settings.people();
        if (people.refuseProcesses()) {
            throw new SandboxException(REFUSAL + why + " " + WAYS_OUT);
        }
        if (people.others()) {
            return ProcessSandbox.open(settings, why + " " + ACCEPTED);
        }
        return ProcessSandbox.open(settings, warnings);
    }

    private static final String REFUSAL =
            "Other people's programs are not run as plain processes, which see this machine's files and network. ";

    private static final String WAYS_OUT =
            "Let them have namespaces: ./backwright doctor says how. Who takes the risk all the same sets "
                    + People.ACCEPT
                    + "=true.";

    private static final String ACCEPTED =
            "Other people's programs run as plain processes that see this machine's files and network, because "
                    + People.ACCEPT
                    + " says that they may.";

    private static final String WHAT_TO_DO =
            "Programs run as plain processes that see this machine's files and network: for your own code only."
                    + " Install bubblewrap; on Ubuntu allow it user namespaces by an AppArmor profile; in a"
                    + " container allow them by its security options.";
}
