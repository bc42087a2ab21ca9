package dev.backwright.tracer.record;

import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;
import org.jspecify.annotations.Nullable;

/// What stays the same about one place of the program; worked out when it is first reached.
final class Spot {

    private final Node node;
    private final SourceSection section;
    private final boolean wholeBody;
    private int span = -1;
    private int function = -1;
    private int header = -1;
    private @Nullable Layout layout;

    /// @param wholeBody whether it is a function's only statement
    Spot(Node node, SourceSection section, boolean wholeBody) {
        this.node = node;
        this.section = section;
        this.wholeBody = wholeBody;
    }

    Node node() {
        return node;
    }

    /// The function it stands in, all of it.
    private SourceSection whole() {
        return node.getRootNode().getSourceSection();
    }

    /// Index of what is shown as running here.
    int span(Places places) {
        if (span < 0) {
            boolean concise = wholeBody && Span.isConcise(whole());
            int file = places.file(section.getSource());
            span =
                    places.index(
                            concise ? Span.ofConciseBody(file, whole()) : Span.of(file, section));
        }
        return span;
    }

    /// Index of the function it stands in.
    int function(Functions functions) {
        if (function < 0) {
            function = functions.index(String.valueOf(node.getRootNode().getName()), whole());
        }
        return function;
    }

    /// Index of that function's header.
    int header(Places places) {
        if (header < 0) {
            header = places.index(Span.ofHeader(places.file(whole().getSource()), whole()));
        }
        return header;
    }

    /// The scopes around it.
    Layout layout(Frame frame) {
        if (layout == null) {
            layout = Layout.around(node, frame.getFrameDescriptor());
        }
        return layout;
    }
}
