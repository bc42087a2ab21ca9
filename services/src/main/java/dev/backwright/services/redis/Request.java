package dev.backwright.services.redis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One command while its words come in; of very many words only the first are kept.
final class Request {

    private static final int MOST_WORDS = 200;
    private static final int LONGEST = 10_000;
    private static final Pattern INLINE =
            Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'((?:[^'\\\\]|\\\\.)*)'|(\\S+)");

    private final List<String> words = new ArrayList<>();
    private final long announced;
    private long count;
    private int letters;

    /// @param announced how many words it has
    Request(long announced) {
        this.announced = announced;
    }

    /// From a line as people type it.
    static Request inline(String line) {
        Matcher word = INLINE.matcher(line);
        var request = new Request(0);
        while (word.find()) {
            byte[] bytes = unquoted(word).getBytes(StandardCharsets.UTF_8);
            request.add(ByteBuffer.wrap(bytes), bytes.length);
        }
        return request;
    }

    private static String unquoted(Matcher word) {
        return Stream.of(1, 2, 3).map(word::group).filter(Objects::nonNull).findFirst().orElse("");
    }

    void add(ByteBuffer begun, long length) {
        count++;
        if (words.size() < MOST_WORDS && letters < LONGEST) {
            String word = CommandText.word(begun, length);
            letters += word.length();
            words.add(word);
        }
    }

    boolean whole() {
        return count >= announced;
    }

    long count() {
        return count;
    }

    /// Its first word in capitals.
    String name() {
        return word(0);
    }

    /// Word number `i` in capitals; empty where there is none.
    String word(int i) {
        return i >= 0 && i < words.size() ? words.get(i).toUpperCase(Locale.ROOT) : "";
    }

    /// As it may be shown: passwords masked.
    String text() {
        var shown = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            shown.add(isSecret(i) ? "***" : words.get(i));
        }
        if (count > words.size()) {
            shown.add("… (" + (count - words.size()) + " more)");
        }
        return String.join(" ", shown);
    }

    private boolean isSecret(int i) {
        return switch (name()) {
            case "AUTH" -> i > 0 && i == words.size() - 1;
            case "HELLO" -> i > 2 && word(i - 2).equals("AUTH");
            case "ACL" -> i > 2 && words.get(i).matches("[<>#!].*");
            case "MIGRATE" -> word(i - 1).equals("AUTH") || word(i - 2).equals("AUTH2");
            case "CONFIG" -> i > 2 && Set.of("REQUIREPASS", "MASTERAUTH").contains(word(i - 1));
            default -> false;
        };
    }
}
