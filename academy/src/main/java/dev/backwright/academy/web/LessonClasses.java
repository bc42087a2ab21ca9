package dev.backwright.academy.web;

import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.AttributeProvider;

/// Our classes on what a lesson is made of: the first paragraph leads, the last one, where it begins with a title, names its sources.
final class LessonClasses implements AttributeProvider {

    @Override
    public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
        attributes.remove("style");
        switch (node) {
            case Paragraph lead when lead.getParent() instanceof Document && first(lead) ->
                    attributes.put("class", "lead");
            case Paragraph cite when cite.getParent() instanceof Document && sources(cite) ->
                    attributes.put("class", "cite");
            case TableBlock _ -> attributes.put("class", "facts");
            case Heading heading when tagName.equals("h2") -> attributes.put("id", slug(heading));
            default -> {}
        }
    }

    private static boolean first(Node node) {
        return node.getPrevious() == null;
    }

    /// The last paragraph, where it begins with the title of a source.
    private static boolean sources(Node node) {
        return node.getNext() == null && node.getFirstChild() instanceof Emphasis;
    }

    private static String slug(Heading heading) {
        var text = new StringBuilder("l");
        for (var child = heading.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Text part) {
                text.append('-').append(part.getLiteral());
            }
        }
        return text.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
