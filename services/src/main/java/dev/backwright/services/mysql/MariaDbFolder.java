package dev.backwright.services.mysql;

import dev.backwright.services.server.Command;
import dev.backwright.services.server.Failures;
import dev.backwright.services.server.ServerUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A server's folder: `data` and `tmp`, which MariaDB owns, and beside them what is ours: `lock`, `log`.
record MariaDbFolder(Path folder) {

    /// Small, and the same when it is made and when it is used.
    static final List<String> SIZES = List.of("--innodb-log-file-size=16M");

    Path data() {
        return folder.resolve("data");
    }

    Path tmp() {
        return folder.resolve("tmp");
    }

    Path log() {
        return folder.resolve("log");
    }

    /// What the server runs first, one statement a line; there only until it has started.
    Path first() {
        return folder.resolve("first.sql");
    }

    /// Where the server writes its process id.
    Path pid() {
        return data().resolve("pid");
    }

    /// Makes the folder, which others may pass through but not look into.
    MariaDbFolder make() {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            return this;
        } catch (IOException e) {
            throw Failures.io("make the folder", folder, e);
        }
    }

    /// The first tables. Nobody gets in with a password: root comes by the socket, as whom the system knows.
    void initialize(MariaDbPrograms programs, ServerUser user) {
        try {
            Files.createDirectory(data());
            Files.createDirectory(tmp());
            user.own(data());
            user.own(tmp());
        } catch (IOException e) {
            throw Failures.io("make a database in", folder, e);
        }
        var words =
                new java.util.ArrayList<>(
                        List.of(
                                programs.installer().toString(),
                                "--no-defaults",
                                "--basedir=" + programs.base(),
                                "--datadir=" + data(),
                                "--tmpdir=" + tmp(),
                                "--auth-root-authentication-method=socket",
                                "--skip-test-db",
                                "--skip-name-resolve",
                                "--force",
                                "--innodb-use-native-aio=0",
                                "--debug-no-sync"));
        words.addAll(SIZES);
        var result = Command.run(user.command("KILL", programs.base(), folder, words));
        if (!result.ok()) {
            throw Failures.said("make a database in", folder, result.output());
        }
    }

    /// Becomes a copy of another, which no server runs over.
    void copyFrom(MariaDbFolder other) {
        for (Path part : List.of(other.data(), other.tmp())) {
            var result = Command.run(List.of("cp", "-Rp", part.toString(), folder + "/"));
            if (!result.ok()) {
                throw Failures.said("copy a database into", folder, result.output());
            }
        }
    }

    /// Lays down what the server is to run first; only its user can read it.
    void writeFirst(String statements, ServerUser user) {
        try {
            Files.createFile(
                    first(),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(first(), statements);
            user.own(first());
        } catch (IOException e) {
            throw Failures.io("write", first(), e);
        }
    }
}
