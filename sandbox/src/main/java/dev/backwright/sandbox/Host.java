package dev.backwright.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What this machine offers to hold a plain process, found by trying once.
///
/// @param users ids to run under, or null where we must run as ourselves
/// @param session how to start a session of its own, empty where the machine knows no way
record Host(@Nullable Users users, List<String> session, List<String> warnings) {

    /// Reached by its path, as Node reaches whatever it loads.
    private static final String CHECK = "require('fs').readdirSync(process.argv[2])";

    /// Stands for our own user.
    static final int OURS = -1;

    static Host look(RunFolder folder, Kit kit) {
        var warnings = new ArrayList<String>();
        var session = findSession();
        if (session.isEmpty()) {
            warnings.add(
                    "Neither setsid nor perl is here: a process that detaches itself may outlive its run.");
        }
        return new Host(findUsers(folder, kit), session, List.copyOf(warnings));
    }

    static List<String> findSession() {
        if (works("setsid", "true")) {
            return List.of("setsid");
        }
        var perl = List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV");
        return works("perl", "-e", "use POSIX") ? perl : List.of();
    }

    private static boolean works(String... command) {
        try {
            return Spawner.ask(new ProcessBuilder(command)).good();
        } catch (SandboxException e) {
            return false; // there is no such program
        }
    }

    private static @Nullable Users findUsers(RunFolder folder, Kit kit) {
        if (!Users.weAreRoot()) {
            return null;
        }
        var users = new Users();
        var run = folder.newRun();
        int user = users.take();
        try {
            var check = Files.writeString(run.resolve("check.cjs"), CHECK);
            var line = new ArrayList<>(dropping(user));
            line.addAll(List.of(kit.node().toString(), check.toString(), kit.modules().toString()));
            var builder = new ProcessBuilder(line).directory(run.toFile());
            Trees.giveTo(user, run);
            var answer = Spawner.ask(builder);
            if (answer.good()) {
                return users;
            }
            throw asRoot(run, kit, answer.text());
        } catch (IOException e) {
            throw asRoot(run, kit, String.valueOf(e.getMessage()));
        } finally {
            users.giveBack(user);
            Trees.delete(run);
        }
    }

    /// Never as root: a plain process could then do anything to this machine.
    private static SandboxException asRoot(Path run, Kit kit, String why) {
        var closed = closed(List.of(run, kit.modules(), kit.node()));
        var advice =
                closed.isEmpty()
                        ? "start Backwright as another user than root"
                        : "run chmod o+x "
                                + String.join(" ", closed)
                                + ", or start Backwright as another user than root";
        return new SandboxException(
                "Learners' programs are not run as root, and no other user can reach "
                        + run.getParent()
                        + " and "
                        + kit.modules()
                        + " ("
                        + why.lines().reduce((first, last) -> last).orElse("")
                        + "): "
                        + advice
                        + ".");
    }

    /// The folders on the way that others may not enter.
    private static List<String> closed(List<Path> ways) {
        var all = new TreeSet<String>();
        for (var way : ways) {
            for (@Nullable Path at = way.getParent(); at != null; at = at.getParent()) {
                if (!open(at)) {
                    all.add(at.toString());
                }
            }
        }
        return List.copyOf(all);
    }

    private static boolean open(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder)
                    .contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException | UnsupportedOperationException e) {
            return true; // then naming it would not help
        }
    }

    /// Ends whatever runs under one of the ids that runs get.
    static void killAllOf(int user) {
        var line = new ArrayList<>(dropping(user));
        line.addAll(List.of("/bin/sh", "-c", "kill -s KILL -- -1"));
        Spawner.ask(new ProcessBuilder(line));
    }

    static List<String> dropping(int user) {
        var id = Integer.toString(user);
        return List.of(
                "setpriv", "--reuid", id, "--regid", id, "--clear-groups", "--no-new-privs", "--");
    }

    int takeUser() {
        return users == null ? OURS : users.take();
    }

    void giveBack(int user) {
        if (users != null) {
            users.giveBack(user);
        }
    }

    /// What goes before a command that is to run as that user.
    List<String> as(int user) {
        return user == OURS ? List.of() : dropping(user);
    }

    /// What goes before a command that is to have a session, and so a process group, of its own.
    List<String> ownSession() {
        return session;
    }

    /// Limits in the words of `launch.sh`.
    List<String> instructions(Limits limits, int user) {
        var words = new ArrayList<>(Rlimits.instructions(limits, true));
        words.addAll(Rlimits.processes(limits.processes() + (user == OURS ? running() : 0)));
        return words;
    }

    /// Processes of a user are limited, not of a run: those that are there already must be added.
    private static long running() {
        var me = ProcessHandle.current().info().user();
        long tasks =
                ProcessHandle.allProcesses()
                        .filter(p -> p.info().user().equals(me))
                        .mapToLong(Host::threads)
                        .sum();
        return tasks + 64;
    }

    private static long threads(ProcessHandle process) {
        try (var tasks = Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            return tasks.count();
        } catch (IOException | UncheckedIOException e) {
            return 1; // not on Linux, or ended meanwhile
        }
    }

    List<String> limits() {
        return List.of("memory, processes, file size and processor time by rlimit");
    }
}
