package dev.backwright.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who makes the layers and who runs in them.
///
/// @param users ids to run under when we are root, else null
/// @param outerAsRoot whether root makes the outer layer, so that it may bind what other users cannot reach
/// @param cgroups which groups may be made here
record Privileges(@Nullable Users users, boolean outerAsRoot, Cgroups cgroups) {

    /// From the most to the least convenient: some containers let root change users but mount nothing, and a cgroup that
    /// could be made may still refuse processes.
    static List<Privileges> worthTrying(Cgroups cgroups) {
        var all = new ArrayList<>(with(cgroups));
        if (cgroups.limitAnything()) {
            all.addAll(with(Cgroups.none()));
        }
        return all;
    }

    private static List<Privileges> with(Cgroups cgroups) {
        if (!Users.weAreRoot()) {
            return List.of(new Privileges(null, false, cgroups));
        }
        var users = new Users();
        return List.of(new Privileges(users, true, cgroups), new Privileges(users, false, cgroups));
    }

    int takeUser() {
        return users == null ? Host.OURS : users.take();
    }

    void giveBack(int user) {
        if (users != null) {
            users.giveBack(user);
        }
    }

    /// What goes before the outer layer.
    List<String> before(int user) {
        return user == Host.OURS || outerAsRoot ? List.of() : Host.dropping(user);
    }

    /// Whom the keeper becomes.
    String inside(int user) {
        return user != Host.OURS && outerAsRoot ? Integer.toString(user) : "-";
    }

    List<String> limits(Limits limits) {
        var words = new ArrayList<>(Rlimits.instructions(limits, !cgroups.limit("memory")));
        words.addAll(Rlimits.processes(limits.processes()));
        return words;
    }

    List<String> describe() {
        return List.of(
                "user, files, processes, network, ipc and host name by namespaces",
                Seccomp.isHere() ? "system calls by seccomp" : "system calls by nothing",
                "memory by " + cgroups.describe("memory"),
                "processes by " + cgroups.describe("pids"),
                "processor time by " + cgroups.describe("cpuacct"),
                "disk by a file system in memory",
                users == null
                        ? "the user who started us, without rights"
                        : "a user id for each run");
    }

    List<String> warnings() {
        var warnings = new ArrayList<String>();
        if (!cgroups.limit("memory")) {
            warnings.add(
                    "Memory is limited for each process, not for the whole run: no cgroup can be used here."
                            + " Give the service a delegated cgroup (systemd: Delegate=yes).");
        }
        if (!Seccomp.isHere()) {
            warnings.add(
                    "System calls are not filtered: "
                            + System.getProperty("os.arch")
                            + " or its kernel has no seccomp filter we know. Use a kernel with CONFIG_SECCOMP_FILTER on"
                            + " x86-64 or arm64.");
        }
        return List.copyOf(warnings);
    }
}
