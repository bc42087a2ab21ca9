package dev.backwright.judge.wire;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.checks.Wire;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import dev.backwright.services.wire.StatementPattern;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

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
        var wanted = new StatementPattern(pattern);
        return those(
                "statements with `" + pattern + "` on the wire",
                statement -> wanted.matches(statement.text()));
    }

    private SeenStatements those(String name, Predicate<Wire.Statement> such) {
        return new SeenStatements(name, each.stream().filter(such).toList(), shown);
    }

    @Override
    public List<Wire.Statements> transactions() {
        return each.stream()
                .filter(statement -> statement.transaction() > 0)
                .map(SeenStatements::place)
                .distinct()
                .<Wire.Statements>map(
                        place -> those(what + " in one transaction", s -> place(s).equals(place)))
                .toList();
    }

    private static String place(Wire.Statement statement) {
        return statement.connection() + "/" + statement.transaction();
    }

    @Override
    public Wire.Statements outsideTransactions() {
        return those(what + " outside of any transaction", s -> s.transaction() == 0);
    }

    @Override
    public Seen count() {
        return Sighting.of(what, (long) each.size(), failing());
    }

    @Override
    public Wire.Statements inOneTransaction() {
        long transactions = each.stream().map(SeenStatements::place).distinct().count();
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
}
