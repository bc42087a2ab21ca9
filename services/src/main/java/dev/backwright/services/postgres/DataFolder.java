package dev.backwright.services.postgres;

import dev.backwright.services.ServiceException;
import dev.backwright.services.server.Command;
import dev.backwright.services.server.Credentials;
import dev.backwright.services.server.Failures;
import dev.backwright.services.server.FileTrees;
import dev.backwright.services.server.ServerUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// A cluster's folder: `data`, which PostgreSQL owns, and beside it what is ours: `credentials`, `lock`, `log`.
record DataFolder(Path folder) {

    static final String SUPERUSER = "backwright";

    DataFolder {
        folder = folder.toAbsolutePath().normalize();
    }

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("log");
    }

    Credentials credentials() {
        return new Credentials(folder);
    }

    /// Makes the folder, which others may pass through but not look into.
    DataFolder make() {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            return this;
        } catch (IOException e) {
            throw Failures.io("make the folder", folder, e);
        }
    }

    /// A cluster by `initdb`, whole or not at all.
    void initialize(PostgresBinaries binaries, Durability durability) {
        var user = ServerUser.named();
        Path fresh = folder.resolve("data.new");
        Path passwordFile = folder.resolve("password");
        try {
            FileTrees.delete(fresh);
            Files.createDirectory(fresh);
            user.own(fresh);
            writePassword(passwordFile, user);
            initdb(binaries, user, durability, fresh, passwordFile);
            ServerUser.lasting().own(fresh);
            Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Failures.io("make a database in", folder, e);
        } finally {
            FileTrees.delete(fresh);
            FileTrees.delete(passwordFile);
        }
    }

    private void writePassword(Path file, ServerUser user) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, credentials().passwordOf(SUPERUSER));
        user.own(file);
    }

    private void initdb(
            PostgresBinaries binaries,
            ServerUser user,
            Durability durability,
            Path target,
            Path passwordFile) {
        var arguments = new ArrayList<>(List.of("-D", target.toString(), "-U", SUPERUSER));
        arguments.addAll(
                List.of("--pwfile", passwordFile.toString(), "--encoding=UTF8", "--locale=C"));
        arguments.addAll(
                List.of(
                        "--auth-host=scram-sha-256",
                        "--auth-local=scram-sha-256",
                        "--no-instructions"));
        arguments.add(durability.initOption());
        List<String> command = binaries.command("initdb", arguments);
        var result = Command.run(user.command("KILL", binaries.folder(), folder, command));
        if (!result.ok()) {
            throw Failures.said("make a database in", folder, result.output());
        }
    }

    /// A cluster as a copy of a template folder's.
    void copyFrom(DataFolder template) {
        for (String part : List.of("credentials", "data")) {
            var result =
                    Command.run(
                            List.of(
                                    "cp",
                                    "-Rp",
                                    template.folder().resolve(part).toString(),
                                    folder + "/"));
            if (!result.ok()) {
                throw Failures.said("copy a database into", folder, result.output());
            }
        }
    }

    /// Refuses data of another major version, and data without the passwords to it.
    void requireOurs() {
        String found = version();
        if (!found.equals(String.valueOf(PostgresBinaries.MAJOR))) {
            throw new ServiceException(
                    "The database in "
                            + folder
                            + " was made by PostgreSQL "
                            + found
                            + ", and this Backwright brings "
                            + PostgresBinaries.MAJOR
                            + ": open it with the Backwright that made it, export there, and import here.");
        }
        if (!credentials().exist()) {
            throw new ServiceException(
                    "The passwords to the database in "
                            + folder
                            + " are missing: bring the file \"credentials\" back, "
                            + "or move the folder away to begin afresh.");
        }
    }

    private String version() {
        Path file = data().resolve("PG_VERSION");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ServiceException(
                    "The folder "
                            + data()
                            + " holds no PostgreSQL database: move it away to begin afresh.",
                    e);
        }
    }
}
