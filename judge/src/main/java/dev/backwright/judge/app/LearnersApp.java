package dev.backwright.judge.app;

import dev.backwright.checks.App;
import dev.backwright.checks.Connection;
import dev.backwright.checks.Evidence;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.checks.Visitor;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Origin;
import dev.backwright.judge.seen.Sighting;
import dev.backwright.sandbox.Running;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// The learner's server during one check: one process of it, and those it was told to start beside it.
/// Remembers all that went to and fro.
public final class LearnersApp extends Asking implements App, AutoCloseable {

    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(5);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
    private static final Duration CRASH_PATIENCE = Duration.ofMillis(300);
    private static final int MOST_INSTANCES = 8;

    private final Supplier<Server> boot;
    private final Origin origin;
    private final Journal journal;
    private final List<LearnersApp> instances;
    private final int instance;
    private final Http http;
    private volatile Server server;

    private LearnersApp(
            Supplier<Server> boot, Origin origin, Journal journal, List<LearnersApp> instances) {
        this.boot = boot;
        this.origin = origin;
        this.journal = journal;
        this.instances = instances;
        this.instance = instances.size() + 1;
        this.server = boot.get();
        this.http = new Http(this::link, ANSWER_PATIENCE);
        instances.add(this);
    }

    /// Starts it.
    ///
    /// @param origin from which moments are counted
    /// @throws dev.backwright.judge.seen.NotStarted when it does not listen
    public static LearnersApp start(Boot boot, Origin origin) {
        return new LearnersApp(
                boot::server, origin, new Journal(origin), new CopyOnWriteArrayList<>());
    }

    private Link link() throws IOException {
        return new Link(journal.nextConnection(), server.connect());
    }

    @Override
    LearnersApp app() {
        return this;
    }

    @Override
    boolean tls() {
        return false;
    }

    /// Sends a request and remembers what came of it.
    Exchange exchanged(Request request, boolean tls) {
        return noted(http.send(request), tls);
    }

    /// Sends a request of which only the head of the reply is waited for; remembers it where none came.
    Call.Begun begun(Request request, boolean tls) {
        Call.Begun begun = http.begin(request);
        if (begun.body() != null) {
            return begun;
        }
        Link link = begun.link();
        if (link != null) {
            link.close();
        }
        return new Call.Begun(noted(begun.exchange(), tls), null, null);
    }

    /// Reads and remembers the rest of a reply.
    LiveStream streaming(Call.Begun begun, LiveReply head, boolean tls) {
        var stream = LiveStream.of(begun, head);
        journal.noteStream(stream, instance, tls);
        return stream;
    }

    @Override
    public Visitor visitor() {
        return new LiveVisitor(this, false);
    }

    @Override
    public Together together(int n) {
        return new LiveTogether(n, this::sendAll);
    }

    private Replies sendAll(List<Request> requests) {
        List<Exchange> done =
                http.together(requests).stream().map(each -> noted(each, false)).toList();
        return new LiveReplies(
                done.stream()
                        .<Reply>map(each ->
                                new LiveReply(
                                        each, each.answerOrUnmet(), this, each.request(), false))
                        .toList());
    }

    @Override
    public Connection connect() {
        try {
            var connection = new LiveConnection(this, http.connect());
            journal.note(connection::evidence);
            return connection;
        } catch (IOException e) {
            throw new Unmet("Expected a connection; the server does not take any.");
        }
    }

    @Override
    public long count(int status) {
        return journal.count(status);
    }

    @Override
    public Log log() {
        return new ServerLog(() -> server.running().output());
    }

    @Override
    public Seen listens() {
        return Sighting.of("whether the server takes connections", takes(), Failing.PLAIN);
    }

    @Override
    public Seen stopsListening() {
        boolean stopped = Waiting.until(STOP_PATIENCE, () -> !takes());
        return Sighting.of("whether the server stops listening", stopped, Failing.PLAIN);
    }

    private boolean takes() {
        try (var connection = server.connect()) {
            return connection.isOpen();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void signal(String name) {
        server.running().signal(signalNamed(name));
    }

    private static Running.Signal signalNamed(String name) {
        for (Running.Signal signal : Running.Signal.values()) {
            if (name.equals("SIG" + signal)) {
                return signal;
            }
        }
        throw new IllegalArgumentException(
                "signal: SIGTERM, SIGINT, SIGHUP or SIGKILL, got " + name);
    }

    @Override
    public Seen exit() {
        return exit("The server did not end within %d s.");
    }

    @Override
    public Seen stop() {
        signal("SIGTERM");
        return exit("The server did not end within %d s of SIGTERM.");
    }

    private Seen exit(String otherwise) {
        return server.ended(STOP_PATIENCE)
                .map(Endings::exitCode)
                .map(code -> Sighting.of("the server's exit code", code, Failing.PLAIN))
                .orElseThrow(() -> new Unmet(otherwise.formatted(STOP_PATIENCE.toSeconds())));
    }

    @Override
    public void restart() {
        server.close();
        server = boot.get();
    }

    @Override
    public App another() {
        if (instances.size() == MOST_INSTANCES) {
            throw new IllegalStateException(
                    "a check may have %d processes of a server".formatted(MOST_INSTANCES));
        }
        return new LearnersApp(boot, origin, journal, instances);
    }

    /// One exchange, without judging it.
    public Evidence.Http exchange(Request request) {
        return exchanged(request, false).evidence(origin, instance, false);
    }

    /// The process, to be looked at.
    public Running running() {
        return server.running();
    }

    /// Every exchange of this check, and what each process printed.
    public List<Evidence> evidence() {
        List<Evidence> all = new ArrayList<>(journal.evidence());
        for (LearnersApp each : instances) {
            Evidence.Console console = each.console();
            if (!console.out().isEmpty()
                    || !console.err().isEmpty()
                    || !console.ending().isEmpty()) {
                all.add(console);
            }
        }
        return all;
    }

    private Evidence.Console console() {
        Evidence.Console console = server.console();
        return instance == 1
                ? console
                : new Evidence.Console(
                        console.command() + " # process " + instance,
                        console.out(),
                        console.err(),
                        console.ending());
    }

    @Override
    public void close() {
        instances.forEach(each -> each.server.close());
    }

    /// Remembers an exchange; where no answer came because the server ended, says so.
    private Exchange noted(Exchange exchange, boolean tls) {
        Exchange told = exchange;
        if (exchange.problem() != null) {
            told =
                    server.ended(CRASH_PATIENCE)
                            .map(outcome -> "ended with " + server.ending(outcome))
                            .map(exchange::withProblem)
                            .orElse(exchange);
        }
        journal.note(told, instance, tls);
        return told;
    }
}
