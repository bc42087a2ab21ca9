package dev.backwright.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What this machine offers to hold a plain process, found by trying once.
///
/// @param users ids to run under, or null where we must run as ourselves
/// @param session how to start a session of its own, empty where the machine knows no way
record Host(
        @org.jspecify.annotations.Nullable Users users,
        List<String> session,
        List<String> warnings) {

    /// Stands for our own user.
    static final int OURS = -1;

    static Host look(RunFolder folder, Kit kit) {
        var warnings = new ArrayList<String>();
        var session = findSession();
        if (session.isEmpty()) {
            warnings.add(
                    "Neither setsid nor perl is here: a process that detaches itself may outlive its run.");
        }
        return new Host(findUsers(folder, kit, warnings), session, List.copyOf(warnings));
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

    private static @org.jspecify.annotations.Nullable Users findUsers(
            RunFolder folder, Kit kit, List<String> warnings) {
        if (!Users.weAreRoot()) {
            return null;
        }
        var users = new Users();
        var run = folder.newRun();
        int user = users.take();
        try {
            var line = new ArrayList<>(dropping(user));
            line.addAll(List.of(kit.node().toString(), "-e", "fs.readdirSync('.')"));
            var builder = new ProcessBuilder(line).directory(run.toFile());
            Trees.giveTo(user, run);
            var answer = Spawner.ask(builder);
            if (answer.good()) {
                return users;
            }
            warnings.add(asRoot(run, kit, answer.text()));
        } catch (SandboxException | java.io.IOException e) {
            warnings.add(asRoot(run, kit, String.valueOf(e.getMessage())));
        } finally {
            users.giveBack(user);
            Trees.delete(run);
        }
        return null;
    }

    private static String asRoot(Path run, Kit kit, String why) {
        return "Learners' programs run as root: an unprivileged user cannot reach "
                + run
                + " and "
                + kit.modules()
                + " ("
                + why.lines().reduce((first, last) -> last).orElse("")
                + "). Install util-linux, and keep both in folders others may enter (chmod o+x).";
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
        try (var tasks =
                java.nio.file.Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            return tasks.count();
        } catch (java.io.IOException | java.io.UncheckedIOException e) {
            return 1; // not on Linux, or ended meanwhile
        }
    }

    List<String> limits() {
        return List.of("memory, processes, file size and processor time by rlimit");
    }
}
