package dev.backwright.services.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// Passwords kept in a file that only its owner can read, one `role=password` a line; made up when first asked for.
public final class Credentials {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;

    public Credentials(Path folder) {
        this.file = folder.resolve("credentials");
    }

    public static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public boolean exist() {
        return Files.isRegularFile(file);
    }

    public synchronized String passwordOf(String role) {
        try {
            Map<String, String> known = read();
            if (!known.containsKey(role)) {
                known.put(role, random());
                write(known);
            }
            return known.getOrDefault(role, "");
        } catch (IOException e) {
            throw Failures.io("keep passwords in", file, e);
        }
    }

    private Map<String, String> read() throws IOException {
        var known = new TreeMap<String, String>();
        for (String line : exist() ? Files.readAllLines(file) : java.util.List.<String>of()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                known.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return known;
    }

    private void write(Map<String, String> known) throws IOException {
        var text = new StringBuilder();
        known.forEach(
                (role, password) -> text.append(role).append('=').append(password).append('\n'));
        Path fresh = file.resolveSibling("credentials.new");
        Files.deleteIfExists(fresh);
        Files.createFile(
                fresh,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
