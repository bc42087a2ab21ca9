package dev.backwright.services.mysql;

import dev.backwright.services.ServiceException;
import dev.backwright.services.ServiceMissing;
import dev.backwright.services.server.Command;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The programs of a MariaDB that this machine has: found, never brought along.
///
/// @param server `mariadbd`
/// @param installer `mariadb-install-db`, which makes the first tables of a data folder
public record MariaDbPrograms(Path server, Path installer) {

    private static final Pattern VERSION = Pattern.compile("Ver ([0-9][0-9.]+)-MariaDB");

    private static final List<String> USUAL =
            List.of(
                    "/usr/sbin",
                    "/usr/local/sbin",
                    "/usr/bin",
                    "/usr/local/bin",
                    "/usr/local/mysql/bin",
                    "/opt/homebrew/bin",
                    "/opt/homebrew/opt/mariadb/bin");

    /// Those on the search path, or where systems usually put them.
    ///
    /// @throws ServiceMissing when there are none
    public static MariaDbPrograms find() {
        String path = System.getenv("PATH");
        return in(
                Stream.concat(
                        Stream.of((path == null ? "" : path).split(File.pathSeparator)),
                        USUAL.stream()));
    }

    static MariaDbPrograms in(Stream<String> folders) {
        List<Path> places = folders.filter(name -> name.startsWith("/")).map(Path::of).toList();
        Path server = program("mariadbd", places).orElseThrow(MariaDbPrograms::missing);
        return new MariaDbPrograms(
                server,
                program("mariadb-install-db", places).orElseThrow(MariaDbPrograms::missing));
    }

    private static ServiceMissing missing() {
        return new ServiceMissing(
                "This machine has no MySQL: install MariaDB's server (Debian and Ubuntu: apt install mariadb-server; macOS: "
                        + "brew install mariadb), or set BACKWRIGHT_MYSQL to mysql://user:password@host:3306, an account of a "
                        + "MySQL or MariaDB that may create databases and users.");
    }

    /// Those beside a given server.
    ///
    /// @throws ServiceException when it is none
    public static MariaDbPrograms at(Path server) {
        Path base = server.toAbsolutePath().normalize().getParent();
        List<Path> places =
                base == null
                        ? List.of()
                        : List.of(base, base.resolveSibling("bin"), base.resolveSibling("scripts"));
        return program("mariadb-install-db", places)
                .filter(installer -> Files.isExecutable(server))
                .map(installer -> new MariaDbPrograms(server.toAbsolutePath(), installer))
                .orElseThrow(() ->
                        new ServiceException(
                                "BACKWRIGHT_MYSQL says \""
                                        + server
                                        + "\", and there is no mariadbd with its mariadb-install-db."));
    }

    private static Optional<Path> program(String name, List<Path> places) {
        return places.stream()
                .map(place -> place.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// The folder it was installed to, with its messages and first tables.
    Path base() {
        try {
            Path folder = server.toRealPath().getParent();
            Path base = folder == null ? null : folder.getParent();
            return base == null ? Path.of("/") : base;
        } catch (IOException e) {
            throw new ServiceException("Cannot find where " + server + " belongs.", e);
        }
    }

    /// Such as `10.11.19`.
    public String version() {
        var said = Command.run(List.of(server.toString(), "--no-defaults", "--version"));
        Matcher version = VERSION.matcher(said.output());
        if (!said.ok() || !version.find()) {
            throw new ServiceException(
                    "The program " + server + " is no MariaDB that runs here: " + said.output());
        }
        return version.group(1);
    }
}
