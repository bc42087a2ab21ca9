package dev.backwright.services.server;

import dev.backwright.services.ServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The user as whom a server runs.
///
/// An ordinary user runs it as himself. Servers refuse root, or should, so root drops to [#UID], which owns nothing but the data
/// folder (in a user namespace by itself it would still own root's files). That user cannot enter a folder below `/root`
/// or any other closed one: then the way there is opened in a private mount namespace, where an empty file system
/// covers the closed folder and shows only the runtime and the data. Nothing is loosened for anyone else.
///
/// PostgreSQL's `initdb` wants a user with a name, so it alone runs as `nobody`, and its work changes hands afterwards.
public final class ServerUser {

    /// Belongs to no account; other than the one learners' processes get.
    static final String UID = "64910";

    private static final String NAMED = "nobody";
    private static final String GROUP = "64910";

    private static final List<Path> SETPRIV =
            List.of(Path.of("/usr/bin/setpriv"), Path.of("/bin/setpriv"));

    private static final List<Path> SETSID =
            List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    /// `$1` and `$2` are folders to show, `$3` and `$4` closed folders to cover (or empty); the rest is the command.
    private static final String OPEN_THE_WAY =
            """
            set -e
            exec 8<"$1" 9<"$2"
            for closed in "$3" "$4"; do
              [ -z "$closed" ] || mount -t tmpfs -o mode=755,size=64k tmpfs "$closed"
            done
            mkdir -p "$1" "$2"
            mount -c --bind /proc/self/fd/8 "$1"
            mount -c --bind /proc/self/fd/9 "$2"
            exec 8<&- 9<&-
            shift 4
            exec "$@"
            """;

    private final String account;
    private final boolean root;
    private final @Nullable String setpriv;

    /// For the server.
    public static ServerUser lasting() {
        return new ServerUser(UID);
    }

    /// For `initdb`.
    public static ServerUser named() {
        return new ServerUser(NAMED);
    }

    private ServerUser(String account) {
        this.account = account;
        this.root = "root".equals(System.getProperty("user.name"));
        this.setpriv = firstOf(SETPRIV);
        if (root && setpriv == null) {
            throw new ServiceException(
                    "Servers are not run as root, and setpriv is missing: install util-linux, or start as an ordinary user.");
        }
    }

    private static @Nullable String firstOf(List<Path> places) {
        return places.stream()
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }

    /// Words that give a command a session of its own, where this machine knows how: a terminal's Ctrl-C is for us, and
    /// what we started is needed until we have ended what we do.
    public static List<String> ownSession() {
        String setsid = firstOf(SETSID);
        return setsid == null ? List.of() : List.of(setsid);
    }

    /// Whether the kernel ends what we start when we die; otherwise a [Watchdog] has to.
    public boolean diesWithUs() {
        return setpriv != null;
    }

    /// Makes a file, or a folder with all in it, belong to this user.
    public void own(Path path) {
        if (root) {
            var result =
                    Command.run(List.of("chown", "-R", account + ":" + GROUP, path.toString()));
            if (!result.ok()) {
                throw Failures.said("hand over to the servers' user", path, result.output());
            }
        }
    }

    /// The command as this user, ended by `deathSignal` when the thread that starts it ends.
    public List<String> command(String deathSignal, Path runtime, Path data, List<String> command) {
        var words = new ArrayList<>(ownSession());
        if (root) {
            words.addAll(wayTo(runtime, data));
        }
        if (setpriv != null) {
            words.addAll(List.of(setpriv, "--pdeathsig", deathSignal, "--no-new-privs"));
        }
        if (root) {
            words.addAll(List.of("--reuid", account, "--regid", GROUP, "--clear-groups"));
        }
        words.addAll(command);
        return List.copyOf(words);
    }

    private static List<String> wayTo(Path runtime, Path data) {
        List<String> closed = closedAbove(runtime, data);
        if (closed.isEmpty()) {
            return List.of();
        }
        var words = new ArrayList<>(List.of("unshare", "--mount", "--propagation", "private"));
        words.addAll(List.of("sh", "-c", OPEN_THE_WAY, "sh", runtime.toString(), data.toString()));
        words.add(closed.getFirst());
        words.add(closed.size() == 1 ? "" : closed.getLast());
        return words;
    }

    private static List<String> closedAbove(Path runtime, Path data) {
        Set<Path> closed = new LinkedHashSet<>();
        for (Path folder : List.of(runtime, data)) {
            Path found = outermostClosed(folder);
            if (found != null) {
                closed.add(found);
            }
        }
        return closed.stream()
                .filter(one ->
                        closed.stream()
                                .noneMatch(other -> !one.equals(other) && one.startsWith(other)))
                .map(Path::toString)
                .toList();
    }

    private static @Nullable Path outermostClosed(Path folder) {
        Path place = folder.getRoot();
        for (int depth = 1; depth < folder.getNameCount(); depth++) {
            place = folder.getRoot().resolve(folder.subpath(0, depth));
            if (!opensForOthers(place)) {
                return place;
            }
        }
        return null;
    }

    private static boolean opensForOthers(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder)
                    .contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException e) {
            throw Failures.io("look at", folder, e);
        }
    }
}
