package dev.backwright.services.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// Unpacks a `.txz` and lets nothing out of the target folder: no absolute name, no `..`, no device, no hard link; links
/// only to relative places inside, and made last, so that no file is ever written through one.
final class TxzArchive {

    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_ENTRIES = 20_000;
    private static final Set<PosixFilePermission> FOR_ALL =
            PosixFilePermissions.fromString("rwxr-xr-x");

    private final Path target;
    private final Map<Path, Path> links = new LinkedHashMap<>();
    private long bytes;
    private int entries;

    private TxzArchive(Path target) {
        this.target = target.toAbsolutePath().normalize();
    }

    static void unpack(InputStream archive, Path target) throws IOException {
        Files.createDirectories(target);
        Files.setPosixFilePermissions(target, FOR_ALL);
        new TxzArchive(target).unpack(archive);
    }

    private void unpack(InputStream archive) throws IOException {
        try (var xz = new XZCompressorInputStream(new BufferedInputStream(archive));
                var tar = new TarArchiveInputStream(xz)) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar);
            }
        }
        for (var link : links.entrySet()) {
            Files.createDirectories(link.getKey().getParent());
            Files.createSymbolicLink(link.getKey(), link.getValue());
        }
    }

    private void unpack(TarArchiveEntry entry, InputStream content) throws IOException {
        Path place = inside(target, entry.getName(), entry);
        limit(entry);
        if (entry.isDirectory()) {
            Files.createDirectories(place);
            Files.setPosixFilePermissions(place, FOR_ALL);
        } else if (entry.isSymbolicLink()) {
            inside(place.resolve(".."), entry.getLinkName(), entry);
            links.put(place, Path.of(entry.getLinkName()));
        } else if (plain(entry)) {
            write(place, entry, content);
        } else {
            throw hostile(entry, "is neither file, folder nor symbolic link");
        }
    }

    /// A flag of its own: `isFile` also says yes to devices.
    private static boolean plain(TarArchiveEntry entry) {
        return entry.getLinkFlag() == TarConstants.LF_NORMAL
                || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
    }

    private void write(Path place, TarArchiveEntry entry, InputStream content) throws IOException {
        Files.createDirectories(place.getParent());
        Files.copy(content, place);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                place, program ? FOR_ALL : PosixFilePermissions.fromString("rw-r--r--"));
    }

    private Path inside(Path from, String name, TarArchiveEntry entry) throws IOException {
        if (name.isEmpty() || name.startsWith("/") || name.indexOf('\0') >= 0) {
            throw hostile(entry, "has an absolute or empty name");
        }
        Path place = from.resolve(name).normalize();
        if (!place.startsWith(target)) {
            throw hostile(entry, "leads out of the archive");
        }
        return place;
    }

    private void limit(TarArchiveEntry entry) throws IOException {
        bytes += entry.getSize();
        entries++;
        if (bytes > MOST_BYTES || entries > MOST_ENTRIES) {
            throw hostile(entry, "makes the archive larger than a PostgreSQL can be");
        }
    }

    private static IOException hostile(TarArchiveEntry entry, String why) {
        return new IOException("archive entry \"" + entry.getName() + "\" " + why);
    }
}
