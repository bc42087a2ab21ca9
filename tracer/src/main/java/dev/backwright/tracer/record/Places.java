package dev.backwright.tracer.record;

import com.oracle.truffle.api.source.Source;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The files of a recording and the spans that steps point at, each with its index.
final class Places {

    /// @param name its path, seen from the folder of the first
    record File(String name, String text) {}

    private final List<File> files = new ArrayList<>();
    private final Map<Source, Integer> fileIndexes = new HashMap<>();
    private String folder = "";
    private final List<Span> spans = new ArrayList<>();
    private final Map<Span, Integer> spanIndexes = new HashMap<>();

    int file(Source source) {
        return fileIndexes.computeIfAbsent(source, this::add);
    }

    private int add(Source source) {
        var path = path(source.getName());
        if (files.isEmpty()) {
            folder = path.substring(0, path.lastIndexOf('/') + 1);
        }
        files.add(new File(brief(path), source.getCharacters().toString()));
        return files.size() - 1;
    }

    /// A path as seen from the folder of the first file.
    String brief(String path) {
        return path.startsWith(folder) ? path.substring(folder.length()) : path;
    }

    /// Modules are named by their URL.
    private static String path(String name) {
        return name.startsWith("file:") ? URI.create(name).getPath() : name;
    }

    int index(Span span) {
        return spanIndexes.computeIfAbsent(
                span,
                added -> {
                    spans.add(added);
                    return spans.size() - 1;
                });
    }

    Span span(int index) {
        return spans.get(index);
    }

    String text(Span span) {
        return files.get(span.file()).text().substring(span.from(), span.to());
    }

    List<File> files() {
        return files;
    }

    List<Span> spans() {
        return spans;
    }
}
