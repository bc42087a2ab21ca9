package dev.backwright.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/// Files and their sizes as `keeper.sh` tells them: `12 a/b.txt`, each ended by NUL. One that was cut is left out.
final class Listing {

    /// Of sizes and paths together.
    static final int MOST_BYTES = 256 << 10;

    private Listing() {}

    static SortedMap<String, Long> of(byte[] told) {
        var files = new TreeMap<String, Long>();
        int from = 0;
        for (int at = 0; at < told.length; at++) {
            if (told[at] == 0) {
                var line = new String(told, from, at - from, StandardCharsets.UTF_8);
                int blank = line.indexOf(' ');
                files.put(line.substring(blank + 1), Long.valueOf(line.substring(0, blank)));
                from = at + 1;
            }
        }
        return files;
    }
}
