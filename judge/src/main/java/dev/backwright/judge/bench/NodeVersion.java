package dev.backwright.judge.bench;

import dev.backwright.sandbox.SandboxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Asks the toolbox's Node for its version, which also shows that it runs here.
final class NodeVersion {

    private NodeVersion() {}

    static String of(Path toolbox) {
        Path node = toolbox.resolve("bin").resolve("node").toAbsolutePath();
        try {
            Process process = new ProcessBuilder(node.toString(), "--version").start();
            process.getOutputStream().close();
            byte[] out = process.getInputStream().readAllBytes();
            String version = new String(out, StandardCharsets.UTF_8).strip();
            if (process.waitFor() == 0 && version.startsWith("v")) {
                return version;
            }
            throw new SandboxException(node + " --version said \"" + version + "\"");
        } catch (IOException e) {
            throw new SandboxException(
                    "Node does not run from %s: %s; run ./backwright doctor --fetch"
                            .formatted(node, e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("Interrupted while asking " + node, e);
        }
    }
}
