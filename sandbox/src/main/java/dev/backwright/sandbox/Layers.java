package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The two layers of a run in bubblewrap's words.
///
/// ```text
///   outer   network, processes; keeper and relay; the sized /box; nothing of the machine but /usr and what we bind
///     inner   user, processes, ipc, host name, cgroups; the learner's command; sees none of the outer's folders
/// ```
///
/// The outer layer holds the memory-backed `/box`, so that files outlive the command without ever touching a disk, and
/// so that the learner can neither see nor signal the relay.
final class Layers {

    private static final List<String> ROOTS = List.of("bin", "sbin", "lib", "lib64", "lib32");

    private final Kit kit;
    private final boolean asRoot;
    private final boolean filtered;

    /// @param asRoot whether the outer layer is made by root and only its content is not
    /// @param filtered whether the keeper hands the inner layer a filter on system calls
    Layers(Kit kit, boolean asRoot, boolean filtered) {
        this.kit = kit;
        this.asRoot = asRoot;
        this.filtered = filtered;
    }

    List<String> outer(Path run, Limits limits, Collection<Path> shown) {
        var words =
                new ArrayList<>(
                        List.of("bwrap", "--unshare-net", "--unshare-pid", "--unshare-ipc"));
        words.addAll(List.of("--unshare-uts", "--die-with-parent", "--new-session"));
        if (!asRoot) {
            words.add("--unshare-user");
        }
        folders(words, "/tmp", "/toolbox", "/shown");
        system(words, "/usr");
        words.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        bind(words, kit.modules(), "/toolbox/node_modules");
        bind(words, kit.node(), "/toolbox/node");
        for (var program : outsiders()) {
            bind(words, real(program), "/toolbox/" + program.getFileName());
        }
        bind(words, kit.folder(), "/keep");
        bind(words, run.resolve("stage"), "/stage");
        bind(words, run.resolve("inner"), "/inner");
        int number = 0;
        for (var folder : shown) {
            bind(words, real(folder), "/shown/" + number++);
        }
        words.addAll(List.of("--bind", run.resolve("out").toString(), "/out"));
        words.addAll(List.of("--perms", "0777", "--size", Long.toString(limits.disk())));
        words.addAll(List.of("--tmpfs", "/box", "--remount-ro", "/", "--"));
        return words;
    }

    /// NUL-terminated, for `--args`.
    String inner(Limits limits, Collection<String> shown) {
        var words = new ArrayList<>(List.of("--unshare-user", "--disable-userns", "--uid", "1000"));
        words.addAll(List.of("--gid", "1000", "--unshare-pid", "--unshare-ipc", "--unshare-uts"));
        words.addAll(List.of("--unshare-cgroup-try", "--hostname", "sandbox"));
        words.addAll(List.of("--die-with-parent", "--new-session"));
        if (filtered) {
            words.addAll(List.of("--seccomp", "5"));
        }
        folders(words, "/work", "/work/bin", "/etc");
        system(words, "/usr/bin", "/usr/lib", "/usr/lib64");
        words.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        words.addAll(List.of("--size", Long.toString(limits.disk()), "--tmpfs", "/dev/shm"));
        words.addAll(List.of("--remount-ro", "/dev"));
        for (var file : List.of("passwd", "group", "hosts", "nsswitch.conf")) {
            bind(words, Path.of("/keep", file), "/etc/" + file);
        }
        bind(words, Path.of("/keep/launch.sh"), "/work/bin/launch.sh");
        bind(words, Path.of("/toolbox/node_modules"), "/work/node_modules");
        programs(words);
        int number = 0;
        for (var name : shown) {
            bind(words, Path.of("/shown/" + number++), "/work/" + Surroundings.name(name));
        }
        words.addAll(List.of("--bind", "/box/tmp", "/tmp", "--bind", "/box/app", "/work/app"));
        words.addAll(List.of("--chdir", "/work/app", "--remount-ro", "/"));
        return String.join("\0", words) + "\0";
    }

    /// The toolbox's programs: links into its packages, or files of their own.
    private void programs(List<String> words) {
        var outsiders = outsiders();
        for (var program : all()) {
            var name = program.getFileName();
            if (outsiders.contains(program)) {
                bind(words, Path.of("/toolbox/" + name), "/work/bin/" + name);
            } else {
                var inside = kit.modules().relativize(real(program));
                words.addAll(
                        List.of("--symlink", "../node_modules/" + inside, "/work/bin/" + name));
            }
        }
    }

    private List<Path> outsiders() {
        return all().stream().filter(program -> !real(program).startsWith(kit.modules())).toList();
    }

    private List<Path> all() {
        try (var programs = Files.list(kit.bin())) {
            return programs.sorted().toList();
        } catch (IOException e) {
            throw new SandboxException("Could not read the toolbox's programs in " + kit.bin(), e);
        }
    }

    private static void folders(List<String> words, String... folders) {
        for (var folder : folders) {
            words.addAll(List.of("--perms", "0755", "--dir", folder));
        }
    }

    /// The machine's programs and libraries; `/bin` and its like as they are here, links or folders.
    private static void system(List<String> words, String... folders) {
        for (var folder : folders) {
            words.addAll(List.of("--ro-bind-try", folder, folder));
        }
        for (var name : ROOTS) {
            var folder = Path.of("/", name);
            if (Files.isSymbolicLink(folder)) {
                words.addAll(List.of("--symlink", target(folder), folder.toString()));
            } else if (Files.isDirectory(folder)) {
                bind(words, folder, folder.toString());
            }
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            throw new SandboxException("Could not read the link " + link, e);
        }
    }

    private static void bind(List<String> words, Path from, String to) {
        words.addAll(List.of("--ro-bind", from.toString(), to));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new SandboxException("There is nothing to show at " + path, e);
        }
    }
}
