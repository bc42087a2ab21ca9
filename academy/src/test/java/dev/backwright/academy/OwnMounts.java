package dev.backwright.academy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// File systems that only one process and its children see: a mount namespace, made by root, or by an ordinary user in a
/// user namespace from which the process then steps into another, where it is that user again.
final class OwnMounts {

    private OwnMounts() {}

    /// Words to put before a command.
    ///
    /// @param mounting the shell's words that mount, and end the whole when they fail
    static List<String> before(String mounting) throws IOException {
        var user = Files.getAttribute(Path.of("/proc/self"), "unix:uid").toString();
        var group = Files.getAttribute(Path.of("/proc/self"), "unix:gid").toString();
        boolean root = user.equals("0");
        var words = new ArrayList<>(List.of("unshare", "--mount", "--propagation", "private"));
        if (!root) {
            words.add("--map-root-user");
        }
        var back =
                root ? "" : "unshare --user --map-user=%s --map-group=%s ".formatted(user, group);
        words.addAll(
                List.of("sh", "-c", "set -e\n" + mounting + "\nexec " + back + "\"$@\"", "sh"));
        return words;
    }

    /// What the words for a small file system in memory are.
    static String tmpfs(Path at, String size) {
        return "mkdir -p '%s'; mount -t tmpfs -o mode=755,size=%s tmpfs '%s'"
                .formatted(at, size, at);
    }

    /// Why there can be none here; empty where there can.
    static String hindrance(Path anywhere) throws IOException, InterruptedException {
        var command = new ArrayList<>(before(tmpfs(anywhere, "64k")));
        command.add("true");
        var trial = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(trial.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return trial.waitFor() == 0 ? "" : "It failed: " + said;
    }
}
