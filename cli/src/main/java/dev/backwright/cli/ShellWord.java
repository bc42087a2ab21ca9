package dev.backwright.cli;

/// Words of a command that a person pastes into a shell.
final class ShellWord {

    private ShellWord() {}

    /// The text as one word: as it is where nothing in it means anything to a shell, else in single quotes.
    static String of(String text) {
        return text.matches("[A-Za-z0-9/_.,:@%+=-]+")
                ? text
                : "'" + text.replace("'", "'\\''") + "'";
    }
}
