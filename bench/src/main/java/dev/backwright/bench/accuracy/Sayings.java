package dev.backwright.bench.accuracy;

import dev.backwright.judge.Lab;
import dev.backwright.judge.Report;
import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/// What learners read about the answers of one lab that fail: each failed check's message and its first hint, for somebody to
/// judge whether they point to the cause.
public final class Sayings {

    private final Lab lab;
    private final Map<String, String> byAnswer = new ConcurrentSkipListMap<>();

    public Sayings(Lab lab) {
        this.lab = lab;
    }

    /// From any thread. Of what passes there is nothing to say.
    ///
    /// @param name `wrong/NAME`
    public void add(String name, Report report) {
        String told =
                report.checks().stream()
                        .filter(check -> check.outcome() == Outcome.FAILED)
                        .map(this::told)
                        .collect(Collectors.joining());
        if (!told.isEmpty()) {
            byAnswer.put(name, told);
        }
    }

    private String told(CheckResult check) {
        List<String> hints = lab.checks().getOrDefault(check.id(), List.of());
        return "- **%s** %s\n  - hint: %s\n"
                .formatted(
                        check.id(), check.message(), hints.isEmpty() ? "none" : hints.getFirst());
    }

    public void write(Path file) throws IOException {
        var text = new StringBuilder("# " + lab.id() + "\n");
        byAnswer.forEach((name, told) ->
                text.append("\n## %s (%s)\n\n%s".formatted(name, because(name), told)));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String because(String name) {
        return lab.wrongs().stream()
                .filter(wrong -> name.equals("wrong/" + wrong.name()))
                .map(Lab.Wrong::because)
                .findFirst()
                .orElse("right");
    }
}
