package dev.backwright.tracer.record;

/// Cuts strings where no character is halved.
final class Text {

    private Text() {}

    static String begin(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
