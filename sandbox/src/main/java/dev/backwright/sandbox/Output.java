package dev.backwright.sandbox;

/// What a process has printed so far. Bytes that are no UTF-8 are shown as replacement characters.
public interface Output {

    /// Standard output.
    String out();

    /// Standard error.
    String err();

    /// Both, line by line, in the order in which they arrived.
    java.util.List<Line> lines();

    /// Whether something was left out because the limit was reached.
    boolean truncated();

    /// Calls back with all output in order: at once with what has come so far, then with each further piece from a thread
    /// of the sandbox.
    void follow(java.util.function.Consumer<Piece> listener);

    /// A whole line without its end.
    record Line(boolean error, String text) {}

    /// A piece of output as it arrived.
    record Piece(boolean error, String text) {}
}
