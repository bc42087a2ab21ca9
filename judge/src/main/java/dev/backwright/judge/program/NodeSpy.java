package dev.backwright.judge.program;

import dev.backwright.checks.Seen;
import dev.backwright.checks.Spy;
import dev.backwright.checks.Unmet;
import dev.backwright.checks.Value;
import dev.backwright.judge.program.Session.Command;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// A recording function inside the program; the record is kept by the probe.
final class NodeSpy implements Spy {

    private final Session session;
    private final NodeValue function;

    NodeSpy(Session session, NodeValue function) {
        this.session = session;
        this.function = function;
    }

    Told told() {
        return function.told();
    }

    @Override
    public Seen calls() {
        long count = log().path("count").asLong();
        String what = "calls of " + function;
        return Sighting.of(what, count, new Counted(session, what, count));
    }

    /// A count that is not as expected becomes a line of the ledger.
    private record Counted(Session session, String what, long count) implements Failing {

        @Override
        public Unmet because(String message) {
            line().fails();
            return session.unmet(message);
        }

        @Override
        public Unmet expecting(String expected, String message) {
            Ledger.Line line = line();
            line.expects(expected);
            line.fails();
            return session.unmet(message);
        }

        private Ledger.Line line() {
            return session.ledger().note(what, Long.toString(count));
        }
    }

    @Override
    public List<List<Value>> arguments() {
        List<List<Value>> all = new ArrayList<>();
        for (JsonNode call : log().path("calls")) {
            String of = "in call " + (all.size() + 1) + " of " + function;
            List<Value> arguments = new ArrayList<>();
            for (JsonNode argument : call.path("args")) {
                arguments.add(value(argument, "argument " + (arguments.size() + 1) + " " + of));
            }
            all.add(List.copyOf(arguments));
        }
        return List.copyOf(all);
    }

    @Override
    public List<Value> selves() {
        return StreamSupport.stream(log().path("calls").spliterator(), false)
                .map(call -> value(call.path("self"), "this of a call of " + function))
                .toList();
    }

    @Override
    public Value function() {
        return function;
    }

    /// The name it goes by.
    @Override
    public String toString() {
        return function.toString();
    }

    private Value value(JsonNode described, String label) {
        return new NodeValue(session, Told.of(described), Naming.of(label), null);
    }

    private JsonNode log() {
        return session.ask(Command.on("calls", told()), "while looking at " + function);
    }
}
