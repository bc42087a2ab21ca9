package dev.backwright.sandbox;

import dev.backwright.sandbox.SandboxSettings.Kind;

/// Opens the best sandbox this machine allows: `try (var sandbox = Sandboxes.open(SandboxSettings.of(toolbox, run)))`.
public final class Sandboxes {

    private Sandboxes() {}

    /// @throws SandboxException when the wanted kind does not work here; the message says why and what to do
    public static Sandbox open(SandboxSettings settings) {
        if (settings.kind() == Kind.PROCESS) {
            return ProcessSandbox.open(settings);
        }
        try {
            return NamespaceSandbox.open(settings);
        } catch (SandboxException e) {
            if (settings.kind() == Kind.NAMESPACES) {
                throw e;
            }
            return ProcessSandbox.open(settings, e.getMessage() + ". " + WHAT_TO_DO);
        }
    }

    private static final String WHAT_TO_DO =
            "Programs run as plain processes that see this machine's files and network: for your own code only."
                    + " Install bubblewrap; on Ubuntu allow it user namespaces by an AppArmor profile; in a"
                    + " container allow them by its security options.";
}
