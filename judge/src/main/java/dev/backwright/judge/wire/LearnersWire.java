package dev.backwright.judge.wire;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Evidence.Wires.Step;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.checks.Wire;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Origin;
import dev.backwright.judge.seen.Sighting;
import dev.backwright.services.wire.SeenStatement;
import dev.backwright.services.wire.ServiceWire;
import java.util.List;

/// A check's words about the wire between the learner's program and a service.
public final class LearnersWire implements Wire {

    private final ServiceWire wire;
    private final Origin origin;

    /// @param origin from which moments are counted
    public LearnersWire(ServiceWire wire, Origin origin) {
        this.wire = wire;
        this.origin = origin;
    }

    /// The wire a program gets.
    ///
    /// @param variable of its environment
    public dev.backwright.sandbox.Wire towards(String variable) {
        return new dev.backwright.sandbox.Wire.Outward(variable, wire::url, wire::handle);
    }

    @Override
    public Hold hold(String pattern) {
        return new LearnersHold(wire.hold(pattern));
    }

    @Override
    public void cutBefore(String pattern) {
        wire.cutBefore(pattern);
    }

    @Override
    public void cutBefore(String pattern, int nth) {
        wire.cutBefore(pattern, nth);
    }

    @Override
    public void cutAfter(String pattern) {
        wire.cutAfter(pattern);
    }

    @Override
    public void cutAfter(String pattern, int nth) {
        wire.cutAfter(pattern, nth);
    }

    @Override
    public void reset(String pattern) {
        wire.reset(pattern);
    }

    @Override
    public void halfOpen(String pattern) {
        wire.halfOpen(pattern);
    }

    @Override
    public void delay(String pattern, long millis) {
        wire.delay(pattern, millis);
    }

    @Override
    public void bandwidth(int bytesPerSecond) {
        wire.bandwidth(bytesPerSecond);
    }

    @Override
    public void refuse() {
        wire.refuse();
    }

    @Override
    public void mend() {
        wire.mend();
    }

    @Override
    public Statements statements() {
        return new SeenStatements("statements on the wire", seen(), this::sql);
    }

    @Override
    public void neverCarried(String text) {
        if (wire.carried(text)) {
            List<Statement> with = seen().stream().filter(s -> mentions(s, text)).toList();
            throw new Unmet(
                    "The wire to %s: expected that \"%s\" is never sent; seen %s"
                            .formatted(wire.name(), text, where(with.size())),
                    with.isEmpty() ? List.of() : List.of(sql(with)));
        }
    }

    private static String where(int statements) {
        return switch (statements) {
            case 0 -> "it among the bytes of a connection";
            case 1 -> "it in a statement";
            default -> "it in " + statements + " statements";
        };
    }

    private static boolean mentions(Statement statement, String text) {
        return statement.text().contains(text)
                || statement.parameters().stream().anyMatch(value -> value.contains(text));
    }

    @Override
    public Seen openConnections() {
        return Sighting.of(
                "open connections to " + wire.name(), wire.openConnections(), Failing.PLAIN);
    }

    /// Every statement so far, where there were any.
    public List<Evidence> evidence() {
        List<Statement> statements = seen();
        return statements.isEmpty() ? List.of() : List.of(sql(statements));
    }

    /// The same as steps of a drawing, numbered by whoever draws.
    public List<Step> steps() {
        return wire.statements().stream()
                .map(s ->
                        new Step(
                                0,
                                s.wire(),
                                rounded(s.heldNanos() / 1e6),
                                s.note(),
                                statement(s, s.error())))
                .toList();
    }

    private Evidence sql(List<Statement> statements) {
        return new Evidence.Sql(wire.name(), statements);
    }

    private List<Statement> seen() {
        return wire.statements().stream()
                .map(s -> statement(s, s.error().isEmpty() ? s.note() : s.error()))
                .toList();
    }

    private Statement statement(SeenStatement s, String error) {
        return new Statement(
                s.connection(),
                s.transaction(),
                s.text(),
                s.parameters(),
                s.rows(),
                rounded(origin.millis(s.arrivedNanos())),
                rounded(s.millis()),
                Fate.valueOf(s.fate().name()),
                error,
                s.answer());
    }

    private static double rounded(double millis) {
        return Math.round(millis * 1e3) / 1e3;
    }

    private record LearnersHold(dev.backwright.services.wire.Hold hold) implements Hold {
        @Override
        public void untilAll(int n) {
            hold.untilAll(n);
        }

        @Override
        public void inStep(int n) {
            hold.inStep(n);
        }

        @Override
        public void release() {
            hold.release();
        }

        @Override
        public long arrived() {
            return hold.arrived();
        }
    }
}
