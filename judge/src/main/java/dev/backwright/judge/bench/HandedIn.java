package dev.backwright.judge.bench;

import dev.backwright.checks.Seen;
import dev.backwright.checks.Workspace;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;

/// The submission's files.
record HandedIn(SortedMap<String, byte[]> contents) implements Workspace {

    @Override
    public List<String> files() {
        return List.copyOf(contents.keySet());
    }

    @Override
    public Seen file(String path) {
        byte[] bytes = contents.get(path);
        String what = "the file " + path;
        return bytes == null
                ? Sighting.absent(what, Failing.PLAIN)
                : Sighting.of(what, new String(bytes, StandardCharsets.UTF_8), Failing.PLAIN);
    }
}
