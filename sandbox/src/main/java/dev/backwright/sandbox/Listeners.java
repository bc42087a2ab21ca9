package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The TCP ports that the processes of a tree listen on, read from Linux' `/proc` (see proc_net(5), `tcp`: state `0A` listens).
/// What cannot be read is left out: this serves only to say what a program did instead.
final class Listeners {

    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    private static final Pattern LISTENING =
            Pattern.compile(
                    "\\s*\\d+: \\w+:(?<port>\\w{4}) \\w+:\\w{4} 0A(?:\\s+\\S+){5}\\s+(?<inode>\\d+).*");

    private static final List<String> TABLES = List.of("net/tcp", "net/tcp6");

    private Listeners() {}

    /// @param folder the name of the work folder: only processes that work in one so called are looked at, not our relay
    static Set<Integer> of(ProcessHandle root, String folder) {
        Set<Integer> ports = new TreeSet<>();
        Stream.concat(Stream.of(root), root.descendants())
                .map(process -> Path.of("/proc", Long.toString(process.pid())))
                .filter(process -> worksIn(process, folder))
                .forEach(process -> ports.addAll(ports(process)));
        return ports;
    }

    /// Whether anybody listens on that port in a process's network.
    ///
    /// @return true also where that cannot be read
    static boolean mayListen(Path process, int port) {
        String text = String.format("%04X", port);
        boolean read = false;
        for (String table : TABLES) {
            for (String line : lines(process.resolve(table))) {
                read = true;
                Matcher listening = LISTENING.matcher(line);
                if (listening.matches() && listening.group("port").equals(text)) {
                    return true;
                }
            }
        }
        return !read;
    }

    private static boolean worksIn(Path process, String folder) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).endsWith(folder);
        } catch (IOException e) {
            return false;
        }
    }

    private static Set<Integer> ports(Path process) {
        Set<String> sockets = sockets(process.resolve("fd"));
        Set<Integer> ports = new TreeSet<>();
        for (String table : TABLES) {
            for (String line : lines(process.resolve(table))) {
                Matcher listening = LISTENING.matcher(line);
                if (listening.matches() && sockets.contains(listening.group("inode"))) {
                    ports.add(Integer.parseInt(listening.group("port"), 16));
                }
            }
        }
        return ports;
    }

    private static Set<String> sockets(Path descriptors) {
        Set<String> inodes = new HashSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
            for (Path descriptor : all) {
                Matcher socket = SOCKET.matcher(Files.readSymbolicLink(descriptor).toString());
                if (socket.matches()) {
                    inodes.add(socket.group(1));
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            return inodes;
        }
        return inodes;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
