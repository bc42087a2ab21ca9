package dev.backwright.judge.program;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Unmet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Runs something of the learner's and reads what came of it.
final class Calling {

    private final Session session;

    Calling(Session session) {
        this.session = session;
    }

    /// A call that must give a value.
    NodeValue giving(String call, Session.Command command) {
        JsonNode answer = session.ask(command, "during " + call);
        if (answer.has("ok")) {
            Told told = Told.of(answer.path("ok"));
            return new NodeValue(
                    session, told, Naming.of(call), session.ledger().note(call, told.shown()));
        }
        throw failed(call, answer);
    }

    /// A call that must throw.
    NodeValue throwing(String call, Session.Command command) {
        JsonNode answer = session.ask(command, "during " + call);
        if (answer.has("threw")) {
            Thrown thrown = thrown(answer);
            var line = session.ledger().note(call, "threw " + thrown.value().shown());
            return new NodeValue(
                    session, thrown.value(), Naming.of("what " + call + " threw"), line);
        }
        requireMethod(call, answer);
        String seen = Told.of(answer.path("ok")).shown();
        noteFailed(call, "an exception", seen);
        throw session.unmet(call + " threw nothing; it gave " + seen);
    }

    /// Reading a property, which may run a getter; leaves no line in the ledger by itself.
    NodeValue reading(Naming naming, Session.Command command) {
        JsonNode answer = session.ask(command, "while reading " + naming.label());
        if (answer.has("ok")) {
            return new NodeValue(session, Told.of(answer.path("ok")), naming, null);
        }
        throw failed(naming.label(), answer);
    }

    /// Waits for what a promise is fulfilled with.
    NodeValue awaiting(NodeValue promise) {
        JsonNode answer = wait(promise);
        if (answer.has("ok")) {
            return settled(promise, Told.of(answer.path("ok")), "");
        }
        Thrown thrown = thrown(answer);
        promise.line().becomes(awaited(promise), "rejected with " + thrown.value().shown());
        promise.line().fails();
        throw withStack(
                awaited(promise) + " was rejected with " + thrown.inWords(),
                awaited(promise),
                thrown);
    }

    /// Waits for what a promise is rejected with.
    NodeValue rejecting(NodeValue promise) {
        JsonNode answer = wait(promise);
        if (answer.has("threw")) {
            return settled(promise, thrown(answer).value(), "rejected with ");
        }
        String seen = Told.of(answer.path("ok")).shown();
        promise.line().becomes(awaited(promise), seen);
        promise.line().expects("a rejection");
        promise.line().fails();
        throw session.unmet(awaited(promise) + " was not rejected; it gave " + seen);
    }

    private NodeValue settled(NodeValue promise, Told told, String how) {
        promise.line().becomes(awaited(promise), how + told.shown());
        String label = how.isEmpty() ? awaited(promise) : "what " + promise + " was rejected with";
        return new NodeValue(session, told, Naming.of(label), promise.line());
    }

    private JsonNode wait(NodeValue promise) {
        Duration patience = session.patience();
        JsonNode answer =
                session.askAndWait(
                        Session.Command.on("await", promise.told()),
                        patience,
                        "while waiting for " + promise);
        if (answer.has("none")) {
            promise.line().becomes(awaited(promise), "never settled");
            promise.line().fails();
            boolean rest = answer.path("none").asString().equals("rest");
            throw session.unmet(
                    rest
                            ? promise + " never settles: nothing is left that could settle it"
                            : promise + " did not settle within " + Ending.seconds(patience));
        }
        return answer;
    }

    private Unmet failed(String call, JsonNode answer) {
        requireMethod(call, answer);
        Thrown thrown = thrown(answer);
        session.ledger().note(call, "threw " + thrown.value().shown()).fails();
        return withStack(call + " threw " + thrown.inWords(), call, thrown);
    }

    private void requireMethod(String call, JsonNode answer) {
        if (answer.has("noMethod")) {
            String seen = Told.of(answer.path("noMethod")).shown();
            session.ledger().note(call, "not a function, but " + seen).fails();
            throw session.unmet(call + ": what should be called is not a function, but " + seen);
        }
    }

    private Unmet withStack(String message, String call, Thrown thrown) {
        List<Evidence> evidence = new ArrayList<>(session.unmet(message).evidence());
        evidence.addAll(thrown.evidence(call));
        return new Unmet(message, evidence);
    }

    private void noteFailed(String call, String expected, String seen) {
        var line = session.ledger().note(call, seen);
        line.expects(expected);
        line.fails();
    }

    private Thrown thrown(JsonNode answer) {
        return Thrown.of(answer, session.started().folder());
    }

    private static String awaited(NodeValue promise) {
        return "await " + promise;
    }
}
