package dev.backwright.sandbox;

/// Opens the best sandbox this machine allows: `try (var sandbox = Sandboxes.open(SandboxSettings.of(toolbox, run)))`.
public final class Sandboxes {

    private Sandboxes() {}

    /// @throws SandboxException when the wanted kind does not work here; the message says why and what to do
    public static Sandbox open(SandboxSettings settings) {
        return ProcessSandbox.open(settings);
    }
}
