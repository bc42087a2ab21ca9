package dev.backwright.services.registry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// A package's files as npm carries them: tar.gz, everything below one folder, `package/`.
final class Tarball {

    /// Of the archive.
    static final int LARGEST = 2 << 20;

    private static final int UNPACKED = 16 << 20;
    private static final int MOST_FILES = 2_000;
    private static final int LONGEST_NAME = 400;

    /// A part of a deflated stream that is not compressed holds at most this.
    private static final int STORED = 0xffff;

    private final byte[] bytes;
    private final SortedMap<String, byte[]> files;

    private Tarball(byte[] bytes, SortedMap<String, byte[]> files) {
        this.bytes = bytes;
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /// The archive.
    byte[] bytes() {
        return bytes;
    }

    /// What is in it, by path without that folder.
    SortedMap<String, byte[]> files() {
        return files;
    }

    /// Makes one. The same files are the same bytes on every machine, so that a lock file can name their digest: the time is
    /// npm's own (1985), and nothing is compressed, which every zlib does in its own way.
    static Tarball of(SortedMap<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                var entry = new TarArchiveEntry("package/" + file.getKey());
                entry.setSize(file.getValue().length);
                entry.setModTime(499_162_500_000L);
                entry.setMode(0644);
                entry.setIds(0, 0);
                entry.setNames("", ""); // it would be whoever runs us
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException("a tarball could not be made: " + e, e);
        }
        return new Tarball(gzip(bytes.toByteArray()), files);
    }

    private static byte[] gzip(byte[] content) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff});
        for (int at = 0; at < content.length; at += STORED) {
            int length = Math.min(STORED, content.length - at);
            boolean last = at + length == content.length;
            ByteBuffer head = ByteBuffer.allocate(5).order(ByteOrder.LITTLE_ENDIAN);
            head.put((byte) (last ? 1 : 0)).putShort((short) length).putShort((short) ~length);
            out.writeBytes(head.array());
            out.write(content, at, length);
        }
        var crc = new CRC32();
        crc.update(content);
        ByteBuffer end = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        out.writeBytes(end.putInt((int) crc.getValue()).putInt(content.length).array());
        return out.toByteArray();
    }

    /// Reads one that somebody sent, no further than a package may reach.
    static Tarball read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new RegistryRefused(413, "A tarball may have " + (LARGEST >> 20) + " MB.");
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (var tar =
                new TarArchiveInputStream(
                        new Capped(new GZIPInputStream(new ByteArrayInputStream(bytes))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (!entry.isDirectory()) {
                    add(files, entry, tar);
                }
            }
            return new Tarball(bytes, files);
        } catch (IOException | IllegalArgumentException e) {
            throw new RegistryRefused(400, "This is no tar.gz: " + e.getMessage());
        }
    }

    private static void add(
            SortedMap<String, byte[]> files, TarArchiveEntry entry, TarArchiveInputStream tar)
            throws IOException {
        String name = entry.getName();
        byte kind = entry.getLinkFlag();
        if (kind != TarConstants.LF_NORMAL && kind != TarConstants.LF_OLDNORM) {
            throw new RegistryRefused(400, "Only plain files may be in a tarball: " + name);
        }
        if (files.size() >= MOST_FILES) {
            throw new RegistryRefused(413, "A tarball may hold " + MOST_FILES + " files.");
        }
        files.put(path(name), tar.readAllBytes());
    }

    /// Without the folder that everything lies in.
    private static String path(String name) {
        int slash = name.indexOf('/');
        String path = name.substring(slash + 1);
        boolean plain =
                slash > 0
                        && name.length() <= LONGEST_NAME
                        && name.chars().noneMatch(c -> c < ' ' || c == '\\' || c == 0x7f)
                        && java.util.Arrays.stream(name.split("/", -1))
                                .noneMatch(part -> part.isEmpty() || part.matches("\\.\\.?"));
        if (!plain) {
            throw new RegistryRefused(400, "No file of a tarball may have such a name.");
        }
        return path;
    }

    /// As npm's `dist.integrity`.
    String integrity() {
        return "sha512-" + Base64.getEncoder().encodeToString(digest("SHA-512"));
    }

    /// As npm's `dist.shasum`.
    String shasum() {
        return HexFormat.of().formatHex(digest("SHA-1"));
    }

    long unpackedSize() {
        return files.values().stream().mapToLong(file -> file.length).sum();
    }

    private byte[] digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
    }

    /// Ends where more is unpacked than a package may hold.
    private static final class Capped extends InputStream {

        private final InputStream from;
        private int left = UNPACKED;

        Capped(InputStream from) {
            this.from = from;
        }

        @Override
        public int read() throws IOException {
            return counted(from.read(), 1);
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int read = from.read(to, offset, length);
            return counted(read, Math.max(read, 0));
        }

        private int counted(int result, int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new RegistryRefused(
                        413, "A package may have " + (UNPACKED >> 20) + " MB unpacked.");
            }
            return result;
        }

        @Override
        public void close() throws IOException {
            from.close();
        }
    }
}
