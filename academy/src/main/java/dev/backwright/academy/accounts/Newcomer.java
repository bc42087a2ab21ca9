package dev.backwright.academy.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Who wants an account, as they wrote it.
///
/// @param mail an address for mail; whether it is theirs is for the one who invited them to know
public record Newcomer(String name, String mail) {

    private static final int LONGEST_NAME = 80;

    /// As long as an address can be, RFC 5321 4.5.3.1.3 without its brackets.
    private static final int LONGEST_MAIL = 254;

    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\",;]+@[^\\s@<>\",;]+");
    private static final Pattern UNSEEN =
            Pattern.compile("\\p{Cntrl}|[\\u2028-\\u202E\\u2066-\\u2069]");

    public Newcomer {
        name = name.strip();
        mail = mail.strip();
    }

    /// All that is wrong with it, each in a sentence.
    List<String> objections() {
        var all = new ArrayList<>(objections(name));
        if (mail.length() > LONGEST_MAIL || !MAIL.matcher(mail).matches()) {
            all.add("A mail address looks like name@example.org.");
        }
        return all;
    }

    /// What is wrong with a name.
    static List<String> objections(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return List.of("A name has 1 to %d characters.".formatted(LONGEST_NAME));
        }
        return UNSEEN.matcher(name).find()
                ? List.of("A name has no characters that cannot be seen.")
                : List.of();
    }
}
