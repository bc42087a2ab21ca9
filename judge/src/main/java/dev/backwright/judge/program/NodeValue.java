package dev.backwright.judge.program;

import dev.backwright.checks.Js;
import dev.backwright.checks.Unmet;
import dev.backwright.checks.Value;
import dev.backwright.judge.program.Session.Command;
import dev.backwright.judge.seen.Rendering;
import dev.backwright.judge.seen.Sighting;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A value of the program's: a primitive as it was, an object by its handle. Its content is read when an
/// assertion wants it, so that it is the content at that moment.
final class NodeValue implements Value {

    private final Session session;
    private final Told told;
    private final Naming naming;
    private Ledger.@Nullable Line line;
    private String reason = "";

    NodeValue(Session session, Told told, Naming naming, Ledger.@Nullable Line line) {
        this.session = session;
        this.told = told;
        this.naming = naming;
        this.line = line;
    }

    Told told() {
        return told;
    }

    /// The line of the ledger this value is told of in.
    Ledger.Line line() {
        if (line == null) {
            line = session.ledger().note(naming.label(), told.shown());
        }
        return line;
    }

    @Override
    public Value as(String name) {
        session.replay().name(told.handle(), name);
        return with(new Naming(name, "", naming.absence()), reason);
    }

    @Override
    public Value because(String why) {
        return with(naming, why);
    }

    @Override
    public Value get(String property) {
        Naming read = naming.property(property);
        if (told.isNothing()) {
            throw unmet(naming.label() + " is " + told.shown() + " and has no `" + property + "`");
        }
        return calling().reading(read, Command.on("get", told).with("key", property));
    }

    @Override
    public Value call(@Nullable Object... arguments) {
        return calling().giving(callText(arguments), callCommand(Js.UNDEFINED, arguments));
    }

    @Override
    public Value callOn(@Nullable Object self, @Nullable Object... arguments) {
        String comma = arguments.length == 0 ? "" : ", ";
        String text =
                naming.invoke("call", Arguments.text(self) + comma + Arguments.text(arguments));
        return calling().giving(text, callCommand(self, arguments));
    }

    @Override
    public Value invoke(String method, @Nullable Object... arguments) {
        String text = naming.invoke(method, Arguments.text(arguments));
        if (told.isNothing()) {
            throw unmet(text + ": " + naming.label() + " is " + told.shown());
        }
        Command command = Command.on("invoke", told).with("key", method);
        return calling().giving(text, command.with("args", Arguments.coded(arguments)));
    }

    @Override
    public Value construct(@Nullable Object... arguments) {
        requireFunction();
        Command command = Command.on("construct", told);
        return calling()
                .giving(
                        naming.construct(Arguments.text(arguments)),
                        command.with("args", Arguments.coded(arguments)));
    }

    @Override
    public Value awaited() {
        return told.isPrimitive() ? this : calling().awaiting(this);
    }

    @Override
    public Value thrownBy(@Nullable Object... arguments) {
        return calling().throwing(callText(arguments), callCommand(Js.UNDEFINED, arguments));
    }

    @Override
    public Value rejection() {
        if (told.isPrimitive()) {
            throw failing("a promise", naming.label() + " is no promise, but " + told.shown());
        }
        return calling().rejecting(this);
    }

    @Override
    public Value isSameAs(Value other) {
        Told wanted = ((NodeValue) other).told;
        return claim(told.isSame(wanted), "the same as " + other);
    }

    @Override
    public Value isNotSameAs(Value other) {
        Told unwanted = ((NodeValue) other).told;
        return claim(!told.isSame(unwanted), "another than " + other);
    }

    @Override
    public Value isA(String typeName) {
        return claim(told.typeOf().equals(typeName), "a value of type " + typeName);
    }

    @Override
    public Value isInstanceOf(String constructorName) {
        List<String> chain = told.isPrimitive() ? List.of() : chain();
        return claim(chain.contains(constructorName), "an instance of " + constructorName);
    }

    @Override
    public Value is(@Nullable Object expected) {
        return saying(Rendering.of(Expected.of(expected)), seen -> seen.is(Expected.of(expected)));
    }

    @Override
    public Value isNot(@Nullable Object unexpected) {
        return saying(
                "not " + Rendering.of(Expected.of(unexpected)),
                seen -> seen.isNot(Expected.of(unexpected)));
    }

    @Override
    public Value isOneOf(@Nullable Object... expected) {
        Object[] choices = Arrays.stream(expected).map(Expected::of).toArray();
        return saying(Rendering.anyOf(Arrays.asList(choices)), seen -> seen.isOneOf(choices));
    }

    @Override
    public Value matches(String regex) {
        return saying("/" + regex + "/", seen -> seen.matches(regex));
    }

    @Override
    public Value contains(Object part) {
        Object wanted = Objects.requireNonNull(Expected.of(part));
        return saying("with " + Rendering.of(wanted), seen -> seen.contains(wanted));
    }

    @Override
    public Value lacks(Object part) {
        Object unwanted = Objects.requireNonNull(Expected.of(part));
        return saying("without " + Rendering.of(unwanted), seen -> seen.lacks(unwanted));
    }

    @Override
    public Value isAbsent() {
        return saying("undefined", Sighting::isAbsent);
    }

    @Override
    public Value isPresent() {
        return saying("something", Sighting::isPresent);
    }

    @Override
    public Value isAtMost(long most) {
        return saying("at most " + most, seen -> seen.isAtMost(most));
    }

    @Override
    public Value isAtLeast(long least) {
        return saying("at least " + least, seen -> seen.isAtLeast(least));
    }

    @Override
    public @Nullable Object raw() {
        Object content = content();
        return content == Js.UNDEFINED ? null : content;
    }

    @Override
    public String text() {
        return sighting().text();
    }

    @Override
    public long number() {
        return sighting().number();
    }

    /// The name it goes by, as a learner would write it.
    @Override
    public String toString() {
        return naming.label();
    }

    private Value saying(String expected, Consumer<Sighting> assertion) {
        line().expects(expected);
        assertion.accept(sighting());
        return this;
    }

    private Value claim(boolean holds, String expected) {
        line().expects(expected);
        if (!holds) {
            throw failing(
                    expected, naming.label() + ": expected " + expected + "; seen " + told.shown());
        }
        return this;
    }

    private Sighting sighting() {
        Sighting plain = Sighting.of(naming.label(), content(), message -> failing(null, message));
        return reason.isEmpty() ? plain : plain.because(reason);
    }

    private Unmet failing(@Nullable String expected, String message) {
        if (expected != null) {
            line().expects(expected);
        }
        line().fails();
        String lead = reason.isEmpty() || message.startsWith(reason) ? "" : reason + ": ";
        return session.unmet(lead + message);
    }

    private Unmet unmet(String message) {
        line().fails();
        return session.unmet(
                naming.absence().isEmpty() || !told.type().equals("undefined")
                        ? message
                        : naming.absence());
    }

    private @Nullable Object content() {
        if (told.isPrimitive()) {
            return told.javaValue();
        }
        return Contents.of(snapshot().path("node"), told.shown());
    }

    private List<String> chain() {
        return StreamSupport.stream(snapshot().path("chain").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private JsonNode snapshot() {
        return session.ask(Command.on("snapshot", told), "while looking at " + naming.label());
    }

    private String callText(@Nullable Object[] arguments) {
        requireFunction();
        return naming.call(Arguments.text(arguments));
    }

    private Command callCommand(@Nullable Object self, @Nullable Object[] arguments) {
        requireFunction();
        Command command = Command.on("call", told).with("self", Arguments.coded(self));
        return command.with("args", Arguments.coded(arguments));
    }

    private void requireFunction() {
        if (!told.isFunction()) {
            throw unmet(naming.label() + " is not a function, but " + told.shown());
        }
    }

    private Calling calling() {
        return new Calling(session);
    }

    private NodeValue with(Naming name, String why) {
        var same = new NodeValue(session, told, name, line);
        same.reason = why;
        return same;
    }
}
