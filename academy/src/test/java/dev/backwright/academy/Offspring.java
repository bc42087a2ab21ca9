package dev.backwright.academy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The processes of an academy: its descendants, and whatever names its home or works there.
final class Offspring {

    private Offspring() {}

    static List<ProcessHandle> of(ProcessHandle academy, Path home) {
        return Stream.concat(academy.descendants(), livingIn(home).stream()).distinct().toList();
    }

    static List<ProcessHandle> livingIn(Path home) {
        return ProcessHandle.allProcesses()
                .filter(it -> it.pid() != ProcessHandle.current().pid())
                .filter(it -> words(it).contains(home + "") || works(it).startsWith(home + ""))
                .toList();
    }

    static List<String> alive(List<ProcessHandle> processes) {
        return processes.stream()
                .filter(ProcessHandle::isAlive)
                .filter(it -> !words(it).isEmpty()) // a zombie is nobody's any more
                .map(it -> it.pid() + " " + words(it))
                .toList();
    }

    static String words(ProcessHandle process) {
        try {
            return Files.readString(proc(process).resolve("cmdline")).replace('\0', ' ');
        } catch (IOException e) {
            return ""; // it has gone
        }
    }

    private static String works(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(proc(process).resolve("cwd")).toString();
        } catch (IOException e) {
            return ""; // it has gone, or is another user's
        }
    }

    private static Path proc(ProcessHandle process) {
        return Path.of("/proc", "" + process.pid());
    }
}
