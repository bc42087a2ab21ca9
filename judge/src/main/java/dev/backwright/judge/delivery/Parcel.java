package dev.backwright.judge.delivery;

import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/// Files on their way to a process that waits for them. Few of them are told to our own program in it, which writes them
/// itself; that saves a process that copies them. More are copied into its work folder.
///
/// @param copied by the sandbox
/// @param told path and content in base64
public record Parcel(SortedMap<String, byte[]> copied, List<List<String>> told) {

    private static final int FEW_BYTES = 64 << 10;

    public static Parcel of(SortedMap<String, byte[]> files) {
        long bytes = files.values().stream().mapToLong(content -> content.length).sum();
        return bytes > FEW_BYTES
                ? new Parcel(files, List.of())
                : new Parcel(Collections.emptySortedMap(), told(files));
    }

    private static List<List<String>> told(SortedMap<String, byte[]> files) {
        var encoder = Base64.getEncoder();
        return files.entrySet().stream()
                .map(file -> List.of(file.getKey(), encoder.encodeToString(file.getValue())))
                .toList();
    }
}
