package dev.backwright.cli.shown;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Exchanges with a server: the last one whole, since a check ends at the exchange it fails at; a line for each before it, and one
/// line for those that are alike.
///
/// ```text
///   25 × POST /transfers {"from":1,"to":2,"amount":101} ← 409
///   POST /transfers {"from":1,"to":2,"amount":30} ← 201
///   → GET /accounts/1
///   ← 503 after 12 ms
///     Content-Type: application/problem+json
///     {"status":503}
///   again: curl …
/// ```
final class HttpText {

    private static final int MOST_BEFORE = 12;
    private static final int LONGEST_BODY_IN_A_LINE = 80;
    private static final int LONGEST_COMMAND = 1_500;

    private HttpText() {}

    /// @param exchanges at least one
    static String of(List<Evidence.Http> exchanges) {
        List<String> before = folded(exchanges.subList(0, exchanges.size() - 1));
        List<String> text = new ArrayList<>();
        int left = Math.max(0, before.size() - MOST_BEFORE);
        if (left > 0) {
            text.add("… %d exchanges before; --json has them".formatted(left));
        }
        text.addAll(before.subList(left, before.size()));
        text.add(whole(exchanges.getLast()));
        return String.join("\n", text);
    }

    private static List<String> folded(List<Evidence.Http> exchanges) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < exchanges.size(); ) {
            String line = line(exchanges.get(from));
            int to = from + 1;
            while (to < exchanges.size() && line(exchanges.get(to)).equals(line)) {
                to++;
            }
            lines.add(to - from == 1 ? line : "%d × %s".formatted(to - from, line));
            from = to;
        }
        return lines;
    }

    private static String line(Evidence.Http http) {
        String body = Plain.line(http.requestBody());
        String shown =
                body.length() <= LONGEST_BODY_IN_A_LINE
                        ? body
                        : body.substring(0, LONGEST_BODY_IN_A_LINE) + "…";
        String answer = http.problem() == null ? String.valueOf(http.status()) : answer(http);
        return "%s%s ← %s".formatted(name(http), shown.isEmpty() ? "" : " " + shown, answer);
    }

    /// Everything of one exchange.
    static String whole(Evidence.Http http) {
        var text = new StringBuilder("→ " + name(http) + "\n");
        part(text, http.requestHeaders(), http.requestBody());
        text.append("← ").append(answer(http)).append('\n');
        part(text, http.replyHeaders(), http.replyBody());
        return text.append(again(http.repeat())).toString();
    }

    /// The command that sends it again; one that is too long to be pasted is only spoken of.
    static String again(String command) {
        return command.length() <= LONGEST_COMMAND
                ? "again: " + Plain.line(command)
                : "again: by a curl command of %,d characters, which --json has"
                        .formatted(command.length());
    }

    private static void part(StringBuilder text, List<Request.Header> headers, String body) {
        headers.forEach(header ->
                text.append(
                        "  %s: %s\n"
                                .formatted(
                                        Plain.line(header.name()),
                                        Excerpt.line(Plain.line(header.value())))));
        if (!body.isEmpty()) {
            String plain = Excerpt.beginning(Plain.text(body).stripTrailing());
            text.append("  ").append(plain.replace("\n", "\n  ")).append('\n');
        }
    }

    private static String name(Evidence.Http http) {
        return Plain.line(http.method()) + " " + Plain.line(http.target());
    }

    private static String answer(Evidence.Http http) {
        @Nullable String problem = http.problem();
        return problem == null
                ? String.format(Locale.ROOT, "%d after %.0f ms", http.status(), http.millis())
                : Plain.line(problem);
    }
}
