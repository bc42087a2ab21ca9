package dev.backwright.judge;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A submission's files: plain relative paths and their contents. Only [Intake] makes one from what a stranger
/// handed in.
public record FileTree(SortedMap<String, byte[]> files) {

    public FileTree {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
}
