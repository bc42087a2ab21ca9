package dev.backwright.services.redis;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Commands and values as people write them: `SET article:1 'two words'`.
final class CommandText {

    /// As many bytes of one word are shown.
    static final int LONGEST = 4_000;

    private CommandText() {}

    static String of(List<String> words) {
        return words.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    /// One word; bytes that are no text as `\xff`, a long one cut with a note.
    ///
    /// @param begun all of it, or the beginning of a long one
    /// @param length how many bytes it has
    static String word(ByteBuffer begun, long length) {
        byte[] bytes = new byte[Math.min(begun.remaining(), LONGEST)];
        begun.get(bytes);
        String text = quoted(text(bytes, length > bytes.length));
        return length > bytes.length ? text + "… (" + length + " bytes)" : text;
    }

    private static String quoted(String text) {
        if (!text.isEmpty() && text.chars().noneMatch(Character::isWhitespace)) {
            return text;
        }
        String quote = text.contains("'") ? "\"" : "'";
        return quote + text + quote;
    }

    private static String text(byte[] bytes, boolean cut) {
        // what was cut may end in the middle of a letter
        int most = cut ? bytes.length - 3 : bytes.length;
        for (int end = bytes.length; end >= Math.max(0, most); end--) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, 0, end))
                        .toString();
            } catch (CharacterCodingException noText) {
                // perhaps with a byte less
            }
        }
        return escaped(Arrays.copyOf(bytes, Math.min(bytes.length, 200)));
    }

    private static String escaped(byte[] bytes) {
        var text = new StringBuilder();
        for (byte each : bytes) {
            boolean plain = each >= 32 && each < 127;
            text.append(plain ? String.valueOf((char) each) : "\\x%02x".formatted(each & 0xff));
        }
        return text.toString();
    }
}
