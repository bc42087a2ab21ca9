package dev.backwright.tracer.record;

import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.js.runtime.builtins.JSFunctionData;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import dev.backwright.tracer.node.NodeProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The functions of the program as it is written, each with its index. One of them may be many function objects.
final class Functions {

    /// @param span index into spans: all of it
    record Function(String name, String kind, int span) {}

    private static final Pattern ARROW =
            Pattern.compile("(?s)(?:async\\b\\s*)?(?:\\(|[\\w$]+\\s*=>).*");
    private static final Pattern ACCESSOR =
            Pattern.compile("(?s)(?:static\\s+)?([gs]et)\\s+[^(\\s].*");
    private static final Pattern PLAIN = Pattern.compile("(?s)(?:async\\s+)?function\\b.*");
    private static final int LONGEST_LABEL = 48;

    private final Places places;
    private final List<Function> functions = new ArrayList<>();
    private final Map<Integer, Integer> bySpan = new HashMap<>();

    Functions(Places places) {
        this.places = places;
    }

    /// The section of a function the program wrote; null of the language's and Node's own.
    static @Nullable SourceSection written(JSFunctionObject function) {
        return function.getFunctionData().isBound() ? null : written(function.getFunctionData());
    }

    private static @Nullable SourceSection written(JSFunctionData data) {
        RootNode root = data.isBuiltin() ? null : data.getRootNode();
        if (root == null || root.isInternal()) {
            return null;
        }
        var section = root.getSourceSection();
        return section == null
                        || !section.isAvailable()
                        || !NodeProcess.isProgram(section.getSource())
                ? null
                : section;
    }

    int index(String name, SourceSection section) {
        int file = places.file(section.getSource());
        var all = new Span(file, section.getCharIndex(), section.getCharEndIndex());
        return bySpan.computeIfAbsent(
                places.index(all), span -> add(function(name, kind(all, name), all, span)));
    }

    int index(JSFunctionObject function) {
        var section = Objects.requireNonNull(written(function));
        return index(function.getFunctionData().getName().toJavaStringUncached(), section);
    }

    private Function function(String name, String kind, Span all, int span) {
        boolean file = kind.equals("script") || kind.equals("module");
        return new Function(file ? places.files().get(all.file()).name() : shown(name), kind, span);
    }

    private int add(Function function) {
        functions.add(function);
        return functions.size() - 1;
    }

    Function get(int index) {
        return functions.get(index);
    }

    /// Whether one stands in another's source text, and is not that other itself.
    boolean contains(int outer, int file, SourceSection inner) {
        var span = places.span(get(outer).span());
        return span.file() == file
                && span.from() <= inner.getCharIndex()
                && inner.getCharEndIndex() <= span.to()
                && span.to() - span.from() > inner.getCharLength();
    }

    List<Function> all() {
        return functions;
    }

    /// How to show a function in one line: `run`, or for one without a name what it does: `(j) => j.run()`.
    String label(int index) {
        var function = get(index);
        if (!function.name().isEmpty()) {
            return function.name();
        }
        var text = places.text(places.span(function.span())).replaceAll("\\s+", " ");
        return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL - 1) + "…";
    }

    /// GraalJS calls what has no name `:anonymous`, `:=>`, `:initializer`.
    private static String shown(String name) {
        return name.startsWith(":") ? "" : name;
    }

    private String kind(Span span, String name) {
        var text = places.text(span);
        if (name.equals(":initializer")) {
            return "fields";
        }
        if (name.contains("module") && name.startsWith(":")) {
            return "module";
        }
        if (span.from() == 0 && text.length() == places.files().get(span.file()).text().length()) {
            return "script";
        }
        if (text.startsWith("class")) {
            return "class";
        }
        if (PLAIN.matcher(text).matches()) {
            return "function";
        }
        var accessor = ACCESSOR.matcher(text);
        if (accessor.matches()) {
            return accessor.group(1) + "ter";
        }
        return ARROW.matcher(text).matches() && Scan.pastArrow(text, 0, text.length()) > 0
                ? "arrow"
                : "method";
    }
}
