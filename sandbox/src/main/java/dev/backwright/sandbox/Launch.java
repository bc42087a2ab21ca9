package dev.backwright.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

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
/// @param readOnly further host folders the process sees read-only, by the path it sees them at
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
}
