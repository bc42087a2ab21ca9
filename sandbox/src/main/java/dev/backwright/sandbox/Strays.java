package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Processes that a killed process of ours could not end, found by the folder it has left: whose user id a run of it had,
/// who works in it, who was given it as a place for temporary files, and who was started with a path in it. Linux only;
/// elsewhere those whose first process still lives.
///
/// Bubblewrap tells the kernel only late in its start that it is to die with its parent: who is killed before leaves its
/// child behind.
final class Strays {

    private static final Path PROCESSES = Path.of("/proc");

    private final Path folder;

    private Strays(Path folder) {
        this.folder = folder;
    }

    /// @param folder of a whole process of ours
    static void endThoseOf(Path folder) {
        var strays = new Strays(folder);
        strays.endRuns();
        strays.end();
    }

    /// @param run of this process, and ended before it had quite started
    static void endThoseIn(Path run) {
        new Strays(run).end();
    }

    /// Where a run notes its first process.
    static void note(Path run, Process process) {
        try {
            var text = process.pid() + " " + started(process.toHandle());
            Files.writeString(run.resolve("leader"), text);
        } catch (IOException e) {
            System.getLogger(Strays.class.getName())
                    .log(System.Logger.Level.WARNING, "Could not note the process of " + run, e);
        }
    }

    private void endRuns() {
        for (var run : runs()) {
            endLeader(run.resolve("leader"));
            if (Users.weAreRoot()) {
                endUser(run.resolve("app"));
            }
        }
    }

    private void end() {
        if (Files.isDirectory(PROCESSES.resolve("self"))) {
            ProcessHandle.allProcesses()
                    .filter(this::isOne)
                    .forEach(ProcessHandle::destroyForcibly);
        }
    }

    private List<Path> runs() {
        try (var children = Files.list(folder)) {
            return children.filter(child -> Files.isDirectory(child.resolve("app"))).toList();
        } catch (IOException e) {
            return List.of(); // being removed by another one of us
        }
    }

    private static void endLeader(Path note) {
        try {
            var text = Files.readString(note);
            if (!text.matches("\\d{1,9} .*")) {
                return; // its writer was killed over it
            }
            var words = text.split(" ", 2);
            ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> started(process).equals(words[1]))
                    .ifPresent(process -> {
                        var all = new ArrayList<>(process.descendants().toList());
                        all.add(process);
                        all.forEach(ProcessHandle::destroyForcibly);
                    });
        } catch (IOException e) {
            return; // it was not started yet
        }
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("");
    }

    private static void endUser(Path app) {
        try {
            int user =
                    (int)
                            Files.getAttribute(
                                    app, "unix:uid", java.nio.file.LinkOption.NOFOLLOW_LINKS);
            if (Users.isForRuns(user)) {
                Host.killAllOf(user);
            }
        } catch (IOException e) {
            return; // removed meanwhile
        }
    }

    private boolean isOne(ProcessHandle process) {
        var own = PROCESSES.resolve(Long.toString(process.pid()));
        return any(own.resolve("cmdline"), folder + "/")
                || any(own.resolve("environ"), "TMPDIR=" + folder + "/")
                || worksHere(own);
    }

    private boolean worksHere(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).startsWith(folder);
        } catch (IOException e) {
            return false; // ended meanwhile, or not ours
        }
    }

    private static boolean any(Path words, String beginning) {
        try {
            var text = Files.readString(words, StandardCharsets.ISO_8859_1);
            return Arrays.stream(text.split("\0", -1)).anyMatch(word -> word.startsWith(beginning));
        } catch (IOException e) {
            return false; // ended meanwhile, or not ours
        }
    }
}
