package dev.backwright.academy.web;

import dev.backwright.academy.catalog.Fence;
import dev.backwright.academy.catalog.Prediction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// The blocks of a lesson that are ours: code with its colours, its output, questions to predict; and headings, which begin at
/// the second level.
final class LessonBlocks implements NodeRenderer {

    private static final String PLAY =
            "<svg width=\"12\" height=\"12\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><use href=\"#play\"/></svg>";

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final Function<String, String> files;
    private final Predicted predicted;

    LessonBlocks(
            HtmlNodeRendererContext context, Function<String, String> files, Predicted predicted) {
        this.context = context;
        this.html = context.getWriter();
        this.files = files;
        this.predicted = predicted;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class, Heading.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case Heading heading -> heading(heading);
            case FencedCodeBlock block -> block(block);
            default -> throw new IllegalArgumentException("not ours: " + node);
        }
    }

    private void heading(Heading heading) {
        var tag = "h" + Math.clamp(heading.getLevel(), 2, 4);
        html.line();
        html.tag(tag, context.extendAttributes(heading, tag, Map.of()));
        for (var child = heading.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        html.tag("/" + tag);
        html.line();
    }

    private void block(FencedCodeBlock block) {
        var fence = Fence.of(block);
        html.line();
        switch (fence.kind()) {
            case "predict" -> predict(Prediction.parse(fence.text()));
            case "output" -> output(fence.text());
            default -> {
                code(fence);
                if (fence.plays()) {
                    play(fence.file().orElseThrow());
                }
            }
        }
        html.line();
    }

    /// A block that names a file and is empty is filled from it.
    private String text(Fence fence) {
        return fence.text().isBlank() ? fence.file().map(files).orElse("") : fence.text();
    }

    private void code(Fence fence) {
        var language = fence.kind();
        var name = fence.file().orElse(language.isEmpty() ? "code" : language + " code");
        html.tag("pre", attributes("class", "source block", "tabindex", "0", "aria-label", name));
        html.tag("code");
        for (var word : Code.words(language, text(fence).stripTrailing())) {
            if (word.style().isEmpty()) {
                html.text(Piece.plain(word.text()));
            } else {
                html.tag("span", Map.of("class", word.style()));
                html.text(Piece.plain(word.text()));
                html.tag("/span");
            }
        }
        html.tag("/code");
        html.tag("/pre");
    }

    private void play(String file) {
        html.tag("p", Map.of("class", "play"));
        html.tag(
                "button",
                attributes("type", "button", "class", "button quiet", "data-snippet", file));
        html.raw(PLAY);
        html.text("Play it");
        html.tag("span", Map.of("class", "vh"));
        html.text(": " + file + " as a recording");
        html.tag("/span");
        html.tag("/button");
        html.tag("/p");
    }

    private void output(String text) {
        html.tag("p", Map.of("class", "label prints"));
        html.text("prints");
        html.tag("/p");
        html.tag(
                "pre",
                attributes(
                        "class",
                        "source block prints",
                        "tabindex",
                        "0",
                        "aria-label",
                        "its output"));
        html.tag("samp");
        html.text(Piece.plain(text.stripTrailing()));
        html.tag("/samp");
        html.tag("/pre");
    }

    private void predict(Prediction question) {
        var key = question.key();
        new PredictBlock(html)
                .write(
                        new PredictBlock.Shown(
                                id(key),
                                question.ask(),
                                question.choices(),
                                question.answer(),
                                question.why(),
                                false,
                                predicted.at(key),
                                predicted.chosen().get(key)));
    }

    /// The id of the element of a question with this key.
    static String id(String key) {
        return "predict-" + key;
    }

    private static Map<String, String> attributes(String... pairs) {
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            attributes.put(pairs[i], pairs[i + 1]);
        }
        return attributes;
    }
}
