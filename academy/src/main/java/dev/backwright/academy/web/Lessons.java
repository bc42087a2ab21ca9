package dev.backwright.academy.web;

import java.util.List;
import java.util.function.Function;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Makes lessons from their Markdown. HTML in it is shown as text; links other than http, https, mailto and within the academy
/// lead nowhere.
///
/// ```java
/// Lesson lesson = Lessons.of(markdown, name -> Files.readString(lab.resolve("lesson").resolve(name)));
/// ```
public final class Lessons {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private Lessons() {}

    /// Makes a lesson.
    ///
    /// @param markdown the text of `lesson.md`
    /// @param files gives the text of a file of the lab's `lesson/` folder by its name, for blocks that say `file=`
    /// @throws IllegalArgumentException when a `predict` block is not as it should be, saying what is wrong
    public static Lesson of(String markdown, Function<String, String> files) {
        return of(markdown, files, Predicted.NOTHING);
    }

    static Lesson of(String markdown, Function<String, String> files, Predicted predicted) {
        var document = PARSER.parse(markdown);
        dropTitle(document);
        var renderer =
                HtmlRenderer.builder()
                        .escapeHtml(true)
                        .sanitizeUrls(true)
                        .extensions(List.of(TablesExtension.create()))
                        .nodeRendererFactory(context -> new LessonBlocks(context, files, predicted))
                        .attributeProviderFactory(context -> new LessonClasses())
                        .build();
        return new Lesson(renderer.render(document));
    }

    /// The page has the title in its bar.
    private static void dropTitle(Node document) {
        if (document.getFirstChild() instanceof Heading heading && heading.getLevel() == 1) {
            heading.unlink();
        }
    }
}
