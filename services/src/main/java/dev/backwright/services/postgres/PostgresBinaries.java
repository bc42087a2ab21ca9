package dev.backwright.services.postgres;

import dev.backwright.services.ServiceException;
import dev.backwright.services.server.Failures;
import dev.backwright.services.server.FileTrees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The programs of PostgreSQL, unpacked once into a runtime folder.
///
/// @param folder holds `bin`, `lib` and `share`
public record PostgresBinaries(Path folder) {

    /// The version we bring, as the name of its folder says it.
    public static final String VERSION = "18.6.0";

    static final int MAJOR = 18;

    private static final Map<String, String> ARCHIVES =
            Map.of(
                    "linux amd64", "postgres-linux-x86_64.txz",
                    "linux aarch64", "postgres-linux-arm_64.txz",
                    "mac x86_64", "postgres-darwin-x86_64.txz",
                    "mac aarch64", "postgres-darwin-arm_64.txz");

    /// Unpacks into `runtime/postgres-VERSION` unless that is there. Two processes may do so at once: each unpacks beside
    /// it, and the first rename wins.
    public static PostgresBinaries unpack(Path runtime) {
        Path folder = runtime.toAbsolutePath().normalize().resolve("postgres-" + VERSION);
        if (!Files.isDirectory(folder)) {
            unpackBeside(folder);
        }
        return new PostgresBinaries(folder);
    }

    private static void unpackBeside(Path folder) {
        Path fresh =
                folder.resolveSibling(
                        folder.getFileName() + ".new-" + ProcessHandle.current().pid());
        try (InputStream archive = archive()) {
            FileTrees.delete(fresh);
            Files.createDirectories(fresh);
            TxzArchive.unpack(archive, fresh);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            FileTrees.delete(fresh);
            if (!Files.isDirectory(folder)) {
                throw Failures.io("unpack PostgreSQL into", folder, e);
            }
        }
    }

    private static InputStream archive() throws IOException {
        String system =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
                        ? "mac"
                        : "linux";
        String platform = system + " " + System.getProperty("os.arch");
        String name = ARCHIVES.get(platform);
        InputStream found =
                name == null ? null : PostgresBinaries.class.getResourceAsStream("/" + name);
        if (found == null) {
            throw new ServiceException(
                    "No PostgreSQL for "
                            + platform
                            + " is on the class path: set an external PostgreSQL.");
        }
        return found;
    }

    /// The path of one of its programs: `initdb`, `postgres`.
    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    List<String> command(String name, List<String> arguments) {
        var words = new java.util.ArrayList<String>();
        words.add(program(name).toString());
        words.addAll(arguments);
        return List.copyOf(words);
    }
}
