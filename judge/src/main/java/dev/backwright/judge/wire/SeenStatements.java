package dev.backwright.judge.wire;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.checks.Wire;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Statements that were seen on a wire; a failure shows each of them.
///
/// @param what they are, for a failure's message
/// @param shown makes evidence of them
record SeenStatements(
        String what, List<Wire.Statement> each, Function<List<Wire.Statement>, Evidence> shown)
        implements Wire.Statements {

    SeenStatements {
        each = List.copyOf(each);
    }

    @Override
    public Wire.Statements matching(String pattern) {
        String wanted = plain(pattern);
        return new SeenStatements(
                "statements with `" + pattern + "` on the wire",
                each.stream()
                        .filter(statement -> plain(statement.text()).contains(wanted))
                        .toList(),
                shown);
    }

    @Override
    public Seen count() {
        return Sighting.of(what, (long) each.size(), failing());
    }

    @Override
    public Wire.Statements inOneTransaction() {
        long transactions =
                each.stream()
                        .map(statement -> statement.connection() + "/" + statement.transaction())
                        .distinct()
                        .count();
        long outside = each.stream().filter(statement -> statement.transaction() == 0).count();
        if (each.isEmpty() || transactions != 1 || outside > 0) {
            throw failing()
                    .because(
                            "%s: expected all %d in one transaction; seen %s"
                                    .formatted(what, each.size(), spread(transactions, outside)));
        }
        return this;
    }

    private String spread(long transactions, long outside) {
        if (each.isEmpty()) {
            return "none";
        }
        return outside > 0
                ? outside + " outside of any"
                : "them in " + transactions + " transactions";
    }

    private Failing failing() {
        return message ->
                new Unmet(message, each.isEmpty() ? List.of() : List.of(shown.apply(each)));
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
