package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Our own small programs, unpacked from the jar, and the toolbox.
///
/// @param folder where they stand
/// @param modules the toolbox's packages, links resolved
/// @param bin the toolbox's programs
record Kit(Path folder, Path modules, Path bin) {

    static Kit unpack(Path folder, Path toolbox, String... names) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            for (var name : names) {
                unpack(folder, name);
            }
            return new Kit(
                    folder,
                    existing(toolbox.resolve("node_modules")),
                    existing(toolbox.resolve("bin")));
        } catch (IOException e) {
            throw new SandboxException("Could not unpack the sandbox's programs to " + folder, e);
        }
    }

    private static void unpack(Path folder, String name) throws IOException {
        try (var resource = Kit.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new SandboxException(
                        "The sandbox's own program " + name + " is not in the jar.");
            }
            Files.copy(resource, folder.resolve(name));
            Files.setPosixFilePermissions(
                    folder.resolve(name), PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    /// A further file among them, made here.
    void write(String name, byte[] content) {
        try {
            Files.write(script(name), content);
            Files.setPosixFilePermissions(
                    script(name), PosixFilePermissions.fromString("rw-r--r--"));
        } catch (IOException e) {
            throw new SandboxException("Could not write " + script(name), e);
        }
    }

    private static Path existing(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new SandboxException(
                    "The toolbox lacks " + path + "; run ./backwright doctor --fetch.", e);
        }
    }

    Path node() {
        return existing(bin.resolve("node"));
    }

    Path script(String name) {
        return folder.resolve(name);
    }
}
