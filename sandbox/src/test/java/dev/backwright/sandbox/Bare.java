package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// Runs an attack as an ordinary program of this user, with nothing that holds it: it must succeed, or the sandbox that
/// is said to hold it holds nothing.
///
/// @param folder of ours
/// @param node by its path
record Bare(Path folder, Path node) {

    private static final String OUTPUT = "output";

    /// Empty when the attack succeeded.
    String attack(Attack attack, Prey prey, String mark) throws Exception {
        var work = Files.createTempDirectory(folder, "bare");
        try {
            Files.writeString(work.resolve(attack.file()), attack.text());
            var child = start(attack, prey, mark, work);
            var ended = child.waitFor(30, TimeUnit.SECONDS);
            child.destroyForcibly();
            var out = Files.readString(work.resolve(OUTPUT));
            if (!ended) {
                return "it did not end: " + out;
            }
            var succeeded =
                    out.contains("ESCAPED")
                            || !prey.harm().isEmpty()
                            || !AttackRound.marked(mark).isEmpty()
                            || anySecret(attack, work);
            return succeeded ? "" : "nothing held it, and it still failed: " + out;
        } finally {
            AttackRound.marked(mark).forEach(ProcessHandle::destroyForcibly);
            Trees.delete(work);
        }
    }

    /// With a descriptor too many, as one that was never closed.
    private Process start(Attack attack, Prey prey, String mark, Path work) throws IOException {
        var line =
                new ArrayList<>(
                        List.of("/bin/sh", "-c", "exec 7<\"$SECRET\" && exec \"$@\"", "sh"));
        line.addAll(List.of(attack.command()));
        var builder = new ProcessBuilder(line).directory(work.toFile()).redirectErrorStream(true);
        builder.redirectOutput(work.resolve(OUTPUT).toFile());
        var environment = new TreeMap<>(prey.environment());
        environment.put("MARK", mark);
        environment.put("PATH", node.getParent() + ":/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().putAll(environment);
        var child = builder.start();
        child.getOutputStream().close();
        return child;
    }

    /// Whether somebody who simply reads what a submission has left reads a file of the host.
    private static boolean anySecret(Attack attack, Path work) throws IOException {
        for (var path : attack.collected()) {
            var file = work.resolve(path);
            if (Files.isRegularFile(file) && Files.readString(file).contains(Prey.SECRET)) {
                return true;
            }
        }
        return false;
    }
}
