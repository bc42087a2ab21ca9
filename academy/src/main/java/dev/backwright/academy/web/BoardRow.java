package dev.backwright.academy.web;

import java.util.List;

/// One moment of a scene.
///
/// @param at milliseconds from the beginning of the check
/// @param way who speaks to whom, for those who hear the page
/// @param language of the text: `sql`, `json`, or empty
/// @param parameters `$1 = 30, $2 = 1`; empty where there are none
/// @param answer what came back, in words
/// @param note what the judge did to it; empty where nothing
/// @param style `bad` where something went wrong or was cut
public record BoardRow(
        String at,
        String way,
        String language,
        String text,
        String parameters,
        String answer,
        String note,
        String style,
        List<Stroke> strokes) {

    private static final int LONG = 240;

    public BoardRow {
        strokes = List.copyOf(strokes);
    }

    /// Whether the text is shown by its beginning, and whole when it is opened.
    public boolean isLong() {
        return text.length() > LONG;
    }

    /// The beginning of a long text.
    public String head() {
        int end = Character.isHighSurrogate(text.charAt(LONG - 1)) ? LONG - 1 : LONG;
        return text.substring(0, end) + "…";
    }

    /// A line of the drawing, in the terms of SVG.
    ///
    /// @param kind its style class
    /// @param head the marker at its end; empty for none
    public record Stroke(String kind, String x1, String y1, String x2, String y2, String head) {}
}
