package dev.backwright.academy.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.Parser;

/// A fenced block of a lesson.
///
/// @param words what stands behind its backquotes: `js file=order.js run play`
/// @param text what stands in it
public record Fence(List<String> words, String text) {

    private static final Parser PARSER = Parser.builder().build();
    private static final String FILE = "file=";

    public Fence {
        words = List.copyOf(words);
    }

    public static Fence of(FencedCodeBlock block) {
        var info = block.getInfo() == null ? "" : block.getInfo().strip();
        return new Fence(Arrays.asList(info.split("\\s+")), block.getLiteral());
    }

    /// All of a lesson, in their order.
    public static List<Fence> in(String markdown) {
        var all = new ArrayList<Fence>();
        PARSER.parse(markdown)
                .accept(
                        new AbstractVisitor() {
                            @Override
                            public void visit(FencedCodeBlock block) {
                                all.add(of(block));
                            }
                        });
        return all;
    }

    /// The language, `output`, `predict`, or nothing.
    public String kind() {
        return words.getFirst();
    }

    /// The file of the lesson's folder that it shows.
    public Optional<String> file() {
        return words.stream()
                .filter(word -> word.startsWith(FILE))
                .map(word -> word.substring(FILE.length()))
                .findFirst();
    }

    /// Whether a learner may see it recorded.
    public boolean plays() {
        return words.contains("play") && file().isPresent();
    }
}
