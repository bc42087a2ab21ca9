package dev.backwright.tracer.node;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Files out of a map from absolute paths to bytes; the folders are those that the paths name.
public final class MemoryFiles implements Files {

    private final TreeMap<String, byte[]> files;
    private final String workingFolder;

    public MemoryFiles(String workingFolder, Map<String, byte[]> files) {
        this.files = new TreeMap<>(files);
        this.workingFolder = workingFolder;
    }

    /// Text files, working in the folder `/home/learner`.
    public static MemoryFiles of(Map<String, String> texts) {
        var files = new TreeMap<String, byte[]>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new MemoryFiles("/home/learner", files);
    }

    @Override
    public Kind kind(String path) {
        if (files.containsKey(path)) {
            return Kind.FILE;
        }
        boolean above = path.equals("/") || holds(path, workingFolder) || holdsAny(path);
        return above ? Kind.FOLDER : Kind.NOTHING;
    }

    @Override
    public byte[] read(String path) {
        return Objects.requireNonNull(files.get(path), path).clone();
    }

    @Override
    public List<String> list(String path) {
        String prefix = path.endsWith("/") ? path : path + "/";
        return java.util.stream.Stream.concat(
                        files.keySet().stream(), java.util.stream.Stream.of(workingFolder))
                .filter(file -> file.startsWith(prefix))
                .map(file -> file.substring(prefix.length()).split("/", 2)[0])
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public String workingFolder() {
        return workingFolder;
    }

    private boolean holdsAny(String folder) {
        String next = files.higherKey(folder + "/");
        return next != null && holds(folder, next);
    }

    private static boolean holds(String outer, String inner) {
        return inner.equals(outer) || inner.startsWith(outer + "/");
    }
}
