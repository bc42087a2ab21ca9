package dev.backwright.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How often each answer was judged so far, and what came of it: a file that outlives a run, so that many rounds can be made
/// in several runs. Safe for many threads.
///
/// ```text
///   data/transactions solution <tab> 5f0c2a17 <tab> 812 <tab> 0 <tab> 3 <tab> keeps-the-sum=passed …
/// ```
final class Ledger {

    private final Path file;
    private final Map<String, Entry> entries = new TreeMap<>();

    private Ledger(Path file) {
        this.file = file;
    }

    /// @param file may be missing
    static Ledger open(Path file) {
        var ledger = new Ledger(file);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    String[] part = line.split("\t", -1);
                    ledger.entries.put(part[0], Entry.read(part));
                }
            }
            return ledger;
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "the ledger %s cannot be read (%s); take it away to begin anew"
                            .formatted(file, e),
                    e);
        }
    }

    /// What is known of an answer; nothing where it, its lab or what it names is another than it was.
    synchronized Entry of(Answer answer) {
        Entry known = entries.get(answer.key());
        return known == null || !known.mark().equals(answer.mark())
                ? new Entry(answer.mark(), 0, 0, 0, "")
                : known;
    }

    /// Keeps one more verdict.
    ///
    /// @param changed whether it differed
    /// @param again how often it was judged again, because we could not
    synchronized void note(Answer answer, Outcomes outcomes, boolean changed, int again) {
        Entry before = of(answer);
        var entry =
                new Entry(
                        before.mark(),
                        before.rounds() + 1,
                        before.changed() + (changed ? 1 : 0),
                        before.again() + again,
                        before.first().isEmpty() ? outcomes.text() : before.first());
        entries.put(answer.key(), entry);
        write();
    }

    private void write() {
        String text =
                entries.entrySet().stream()
                        .map(each -> each.getKey() + "\t" + each.getValue().line() + "\n")
                        .collect(Collectors.joining());
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text);
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger could not be written", e);
        }
    }

    /// @param mark of the answer
    /// @param rounds how often it was judged
    /// @param changed how many of those verdicts differed
    /// @param again how many verdicts were none, and judged again
    /// @param first outcomes of the first round
    record Entry(String mark, int rounds, int changed, int again, String first) {

        private static Entry read(String[] part) {
            return new Entry(
                    part[1],
                    Integer.parseInt(part[2]),
                    Integer.parseInt(part[3]),
                    Integer.parseInt(part[4]),
                    part[5]);
        }

        private String line() {
            return String.join(
                    "\t",
                    mark,
                    String.valueOf(rounds),
                    String.valueOf(changed),
                    String.valueOf(again),
                    first);
        }
    }
}
