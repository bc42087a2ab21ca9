package dev.backwright.judge.tests;

import dev.backwright.checks.Evidence;
import dev.backwright.judge.tests.Case.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// All test files of a submission on one program.
record Ran(List<FileRan> files) {

    private static final int MOST_SHOWN = 60;

    Ran {
        files = List.copyOf(files);
    }

    List<Case> cases() {
        return files.stream().flatMap(file -> file.cases().stream()).toList();
    }

    long count() {
        return cases().stream().filter(Case::counts).count();
    }

    /// Tests and suites that failed, the tests before what is around them.
    List<Case> failed() {
        List<Case> all =
                new ArrayList<>(cases().stream().filter(it -> it.is(State.FAILED)).toList());
        all.sort((a, b) -> Integer.compare(b.names().size(), a.names().size()));
        return all;
    }

    Set<Case.Id> passed() {
        return cases().stream()
                .filter(it -> it.is(State.PASSED))
                .map(Case::id)
                .collect(Collectors.toSet());
    }

    /// The first file that was not loaded or did not come to its end, and how.
    Optional<String> breakage() {
        return files.stream()
                .filter(file -> !file.isWhole())
                .findFirst()
                .map(file ->
                        file.broken().isEmpty()
                                ? file.file() + " did not come to its end: " + file.trouble()
                                : file.file() + " could not be loaded: " + file.broken());
    }

    Optional<String> late() {
        return files.stream().map(FileRan::late).filter(it -> !it.isEmpty()).findFirst();
    }

    /// A file whose process ended with another exit code than 0.
    Optional<FileRan> unhappy() {
        return files.stream().filter(file -> file.exit() != 0).findFirst();
    }

    List<String> left() {
        return files.stream().flatMap(file -> file.left().stream()).distinct().sorted().toList();
    }

    /// What a reporter would show of it.
    List<Evidence> evidence(String command) {
        List<Evidence> all = new ArrayList<>();
        for (FileRan file : files) {
            String ending = file.exit() < 0 ? file.trouble() : "exit " + file.exit();
            all.add(
                    new Evidence.Console(
                            command.isEmpty() ? "node --test " + file.file() : command,
                            shown(file),
                            file.printed().err(),
                            ending));
            if (!file.printed().out().isBlank()) {
                all.add(
                        new Evidence.Console(
                                "what " + file.file() + " printed", file.printed().out(), "", ""));
            }
        }
        return all;
    }

    private static String shown(FileRan file) {
        var text = new StringBuilder();
        file.cases().stream().limit(MOST_SHOWN).forEach(it -> text.append(line(it)));
        if (file.cases().size() > MOST_SHOWN) {
            text.append("… ").append(file.cases().size() - MOST_SHOWN).append(" more\n");
        }
        if (!file.broken().isEmpty()) {
            text.append("not loaded: ").append(file.broken()).append('\n');
        }
        if (!file.late().isEmpty()) {
            text.append(file.late()).append('\n');
        }
        return text.toString();
    }

    private static String line(Case it) {
        String name = it.names().getLast();
        String text =
                switch (it.state()) {
                    case PASSED -> "✔ " + name;
                    case FAILED ->
                            "✖ %s, line %d\n%s".formatted(name, it.line(), it.why().indent(4));
                    case SKIPPED -> "﹣ " + name + " (skipped)";
                    case TODO -> "﹣ " + name + " (todo)";
                    case RUNNING -> "… %s, line %d (never ended)".formatted(name, it.line());
                };
        return text.indent(2 * (it.names().size() - 1));
    }
}
