package dev.backwright.academy;

/// Text that no compression makes much smaller.
final class Noise {

    private Noise() {}

    static String of(int length) {
        var text = new StringBuilder();
        new java.util.Random().ints(length, 'a', 'z' + 1).forEach(text::appendCodePoint);
        return text.toString();
    }
}
