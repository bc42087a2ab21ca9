package dev.backwright.sandbox;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What to run: an immutable description.
///
/// The process sees its files at the current directory (writable, limited), the toolbox read-only, a `/tmp` of its own,
/// and of the environment only what stands here and what wires add.
///
/// @param files plain relative paths and contents, copied into the work folder before the start
/// @param command program and arguments; the program is looked up in the toolbox's `bin` first
/// @param environment the whole environment, to which each wire adds its variable
/// @param limits what the process tree may use
/// @param wires its only ways to and from the world
/// @param readOnly further host folders the process sees read-only, by their names beside the work folder: `probe` is
///     at `../probe`
/// @param control whether the process gets the control channel on descriptors 3 (in) and 4 (out)
public record Launch(
        SortedMap<String, byte[]> files,
        List<String> command,
        Map<String, String> environment,
        Limits limits,
        List<Wire> wires,
        Map<String, Path> readOnly,
        boolean control) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        wires = List.copyOf(wires);
        readOnly = Map.copyOf(readOnly);
    }

    /// A command with the standard limits and nothing else: `Launch.of("node", "main.js").withFile("main.js", text)`.
    public static Launch of(String... command) {
        return new Launch(
                new TreeMap<>(),
                List.of(command),
                Map.of(),
                Limits.STANDARD,
                List.of(),
                Map.of(),
                false);
    }

    public Launch withFile(String path, String text) {
        return withFiles(Map.of(path, text.getBytes(StandardCharsets.UTF_8)));
    }

    /// These files besides those it has.
    public Launch withFiles(Map<String, byte[]> more) {
        var all = new TreeMap<>(files);
        all.putAll(more);
        return new Launch(all, command, environment, limits, wires, readOnly, control);
    }

    public Launch withEnvironment(Map<String, String> whole) {
        return new Launch(files, command, whole, limits, wires, readOnly, control);
    }

    public Launch withLimits(Limits other) {
        return new Launch(files, command, environment, other, wires, readOnly, control);
    }

    public Launch withWires(Wire... all) {
        return new Launch(files, command, environment, limits, List.of(all), readOnly, control);
    }

    public Launch withReadOnly(String name, Path folder) {
        var all = new HashMap<>(readOnly);
        all.put(name, folder);
        return new Launch(files, command, environment, limits, wires, all, control);
    }

    public Launch withControl() {
        return new Launch(files, command, environment, limits, wires, readOnly, true);
    }
}
