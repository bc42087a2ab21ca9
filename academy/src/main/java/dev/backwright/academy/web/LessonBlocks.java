package dev.backwright.academy.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// The blocks of a lesson that are ours: code with its colours, its output, questions to predict; and headings, which begin at
/// the second level.
final class LessonBlocks implements NodeRenderer {

    private static final Pattern FILE = Pattern.compile("(?:^|\\s)file=(\\S+)");

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final Function<String, String> files;
    private int questions;

    LessonBlocks(HtmlNodeRendererContext context, Function<String, String> files) {
        this.context = context;
        this.html = context.getWriter();
        this.files = files;
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
        var info = block.getInfo() == null ? "" : block.getInfo().strip();
        var kind = info.split("\\s+", 2)[0];
        html.line();
        switch (kind) {
            case "predict" -> predict(Prediction.parse(block.getLiteral()));
            case "output" -> output(block.getLiteral());
            default -> code(kind, code(info, block.getLiteral()), info);
        }
        html.line();
    }

    /// A block that names a file and is empty is filled from it.
    private String code(String info, String literal) {
        var file = FILE.matcher(info);
        return literal.isBlank() && file.find() ? files.apply(file.group(1)) : literal;
    }

    private void code(String language, String code, String info) {
        var file = FILE.matcher(info);
        var name = file.find() ? file.group(1) : language.isEmpty() ? "code" : language + " code";
        html.tag("pre", attributes("class", "source block", "tabindex", "0", "aria-label", name));
        html.tag("code");
        for (var word : Code.words(language, code.stripTrailing())) {
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

    /// Without script the answer stands in a fold; the page's script opens it when a choice is made.
    private void predict(Prediction question) {
        int number = ++questions;
        html.tag("fieldset", attributes("class", "predict", "data-answer", "" + question.answer()));
        html.tag("legend");
        prose(question.ask());
        html.tag("/legend");
        for (int i = 0; i < question.choices().size(); i++) {
            html.tag("label");
            html.tag(
                    "input",
                    attributes("type", "radio", "name", "predict-" + number, "value", "" + i),
                    true);
            html.tag("span");
            prose(question.choices().get(i));
            html.tag("/span");
            html.tag("/label");
        }
        html.tag("details");
        html.tag("summary");
        html.text("The answer");
        html.tag("/summary");
        html.tag("p");
        html.tag("strong");
        prose(question.choices().get(question.answer()));
        html.tag("/strong");
        html.text(" ");
        prose(question.why());
        html.tag("/p");
        html.tag("/details");
        html.tag("/fieldset");
    }

    private void prose(String text) {
        for (var run : Piece.prose(text.strip())) {
            if (run.kind() == Piece.Kind.CODE) {
                html.tag("code");
                html.text(run.text());
                html.tag("/code");
            } else {
                html.text(run.text());
            }
        }
    }

    private static Map<String, String> attributes(String... pairs) {
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            attributes.put(pairs[i], pairs[i + 1]);
        }
        return attributes;
    }
}
