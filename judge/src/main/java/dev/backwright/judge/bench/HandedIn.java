package dev.backwright.judge.bench;

import dev.backwright.checks.Seen;
import dev.backwright.checks.Workspace;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The submission's files.
record HandedIn(SortedMap<String, byte[]> contents, TypeScript compiler) implements Workspace {

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

    @Override
    public Seen typeErrors() {
        return compiler.errors(contents);
    }

    @Override
    public Seen typeErrors(String path, String text) {
        var files = new TreeMap<>(contents);
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return compiler.errors(files);
    }
}
