package dev.backwright.academy.web;

/// A page that says what happened and what to do next.
///
/// @param status of HTTP
/// @param title what happened, in a few words: `No such lab`
/// @param says what happened, where; names in backquotes are set as code
/// @param next what to do
/// @param act what its button says
/// @param to where that leads
public record ErrorPage(
        Frame frame, int status, String title, String says, String next, String act, String to) {

    public ErrorPage(Frame frame, int status, String title, String says, String next) {
        this(frame, status, title, says, next, "To the path", "/");
    }
}
