package dev.backwright.academy.web;

import java.util.List;
import org.commonmark.renderer.html.HtmlWriter;

/// Pages of what is to be looked at again.
final class SampleReviews {

    private SampleReviews() {}

    static ReviewPage nothing(int remembered) {
        return new ReviewPage(
                Samples.FRAME,
                List.of(),
                0,
                remembered,
                remembered == 0 ? "" : "in 3 days",
                List.of());
    }

    static ReviewPage due(String text) {
        var ofLesson =
                new ReviewPage.Item(
                        question("one", text, false),
                        "the lesson of Closures",
                        Samples.CLOSURES,
                        "predict-0123",
                        null,
                        "Answered once, once wrongly.");
        var file = new ReviewPage.File("order.js", List.of("tick();", text, "// end"), 2);
        var other = new ReviewPage.File("lib/other.js", List.of("export {};"), 0);
        var scene = new ReviewPage.Scene("/playground#program=x", List.of(file, other), text);
        var ofRecording =
                new ReviewPage.Item(
                        question("two", text, true),
                        "order.js, recorded",
                        null,
                        "",
                        scene,
                        "Answered twice, never wrongly.");
        return new ReviewPage(
                Samples.FRAME, List.of(ofLesson, ofRecording), 13, 40, "", labs(text));
    }

    /// A page that asks for labs alone.
    static ReviewPage labs() {
        return new ReviewPage(Samples.FRAME, List.of(), 0, 7, "in 2 days", labs("Closures"));
    }

    private static List<ReviewPage.Again> labs(String text) {
        return List.of(
                new ReviewPage.Again(Samples.CLOSURES, text, "Last on 3 November.", 35),
                new ReviewPage.Again(
                        Samples.TRANSACTIONS,
                        text,
                        "Last on 1 November, first passed with the solution seen.",
                        45));
    }

    private static String question(String id, String text, boolean code) {
        var html = new StringBuilder();
        new PredictBlock(new HtmlWriter(html))
                .write(
                        new PredictBlock.Shown(
                                id,
                                text,
                                List.of("first", text, "third"),
                                1,
                                text,
                                code,
                                "/api/predictions/" + id,
                                null));
        return html.toString();
    }
}
