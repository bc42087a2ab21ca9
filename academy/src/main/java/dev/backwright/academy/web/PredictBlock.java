package dev.backwright.academy.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;

/// A question to predict as HTML. Without script the answer stands in a fold; the page's script takes an answer, opens the fold,
/// and tells the academy at `remember`.
final class PredictBlock {

    private final HtmlWriter html;

    PredictBlock(HtmlWriter html) {
        this.html = html;
    }

    /// A question as it is shown.
    ///
    /// @param id of its element
    /// @param code whether the choices are code, else prose
    /// @param remember where an answer is told; `null` for nowhere
    /// @param chosen what was chosen before and is shown; `null` for nothing
    record Shown(
            String id,
            String ask,
            List<String> choices,
            int answer,
            String why,
            boolean code,
            @Nullable String remember,
            @Nullable Integer chosen) {

        boolean isChosen(int choice) {
            return chosen != null && chosen == choice;
        }
    }

    void write(Shown question) {
        var about = attributes("class", "predict", "id", question.id());
        about.put("data-answer", "" + question.answer());
        if (question.remember() != null) {
            about.put("data-remember", question.remember());
        }
        html.tag("fieldset", about);
        html.tag("legend");
        prose(question.ask());
        html.tag("/legend");
        for (int i = 0; i < question.choices().size(); i++) {
            choice(question, i);
        }
        if (question.chosen() == null) {
            html.tag("p", attributes("class", "acts"));
            html.tag(
                    "button",
                    attributes("type", "button", "class", "button", "data-predicted", ""));
            html.text("Answer");
            html.tag("/button");
            html.tag("/p");
        }
        answer(question);
        html.tag("/fieldset");
    }

    private void choice(Shown question, int i) {
        boolean right = i == question.answer();
        boolean shown = question.chosen() != null;
        html.tag("label", shown && right ? attributes("class", "is-right") : Map.of());
        var input = attributes("type", "radio", "name", question.id(), "value", "" + i);
        if (question.isChosen(i)) {
            input.put("checked", "");
        } else if (shown) {
            input.put("disabled", "");
        }
        html.tag("input", input, true);
        html.tag("span");
        text(question, i);
        html.tag("/span");
        if (question.isChosen(i)) {
            html.tag("span", attributes("class", "verdict-word " + (right ? "right" : "other")));
            html.text(right ? "yes" : "it is another");
            html.tag("/span");
        }
        html.tag("/label");
    }

    private void answer(Shown question) {
        html.tag("details", question.chosen() == null ? Map.of() : attributes("open", ""));
        html.tag("summary");
        html.text("The answer");
        html.tag("/summary");
        html.tag("p");
        html.tag("strong");
        text(question, question.answer());
        html.tag("/strong");
        html.text(" ");
        prose(question.why());
        html.tag("/p");
        html.tag("/details");
    }

    private void text(Shown question, int choice) {
        var text = question.choices().get(choice);
        if (question.code()) {
            html.tag("code");
            html.text(Piece.plain(text));
            html.tag("/code");
        } else {
            prose(text);
        }
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
