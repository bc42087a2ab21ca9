package dev.backwright.tracer.record;

import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The files of a recording and the spans that steps point at, each with its index.
final class Places {

    record File(String name, String text) {}

    private final List<File> files = new ArrayList<>();
    private final Map<Source, Integer> fileIndexes = new HashMap<>();
    private final List<Span> spans = new ArrayList<>();
    private final Map<Span, Integer> spanIndexes = new HashMap<>();

    int file(Source source) {
        return fileIndexes.computeIfAbsent(source, this::add);
    }

    private int add(Source source) {
        files.add(new File(source.getName(), source.getCharacters().toString()));
        return files.size() - 1;
    }

    int span(SourceSection section) {
        return index(Span.of(file(section.getSource()), section));
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
