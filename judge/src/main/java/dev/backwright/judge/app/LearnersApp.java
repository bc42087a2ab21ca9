package dev.backwright.judge.app;

import dev.backwright.checks.App;
import dev.backwright.checks.Connection;
import dev.backwright.checks.Evidence;
import dev.backwright.checks.Load;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import dev.backwright.checks.Secure;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.checks.Visitor;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.NotStarted;
import dev.backwright.judge.seen.Origin;
import dev.backwright.judge.seen.Sighting;
import dev.backwright.sandbox.Running;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// The learner's server during one check: one process of it, and those it was told to start beside it.
/// Remembers all that went to and fro.
public final class LearnersApp extends Asking implements App, AutoCloseable {

    private static final Duration CRASH_PATIENCE = Duration.ofMillis(300);
    private static final int MOST_INSTANCES = 8;

    private final Boot boot;
    private final Origin origin;
    private final Journal journal;
    private final List<LearnersApp> instances;
    private final Map<String, String> variables;
    private final int instance;
    private final Http http;
    private final Secured secured;
    private final Queue<Runnable> leaving = new ConcurrentLinkedQueue<>();
    private volatile Server server;
    private volatile boolean closed;

    private LearnersApp(
            Boot boot,
            Origin origin,
            Journal journal,
            List<LearnersApp> instances,
            Map<String, String> variables) {
        this.boot = boot;
        this.origin = origin;
        this.journal = journal;
        this.instances = instances;
        this.variables = variables;
        this.instance = instances.size() + 1;
        this.server = boot.server(variables);
        this.http = new Http(this::link, boot.patience());
        this.secured = new Secured(boot.tls(), journal, () -> server);
        instances.add(this);
    }

    /// Starts it.
    ///
    /// @param origin from which moments are counted
    /// @throws dev.backwright.judge.seen.NotStarted when it does not listen
    public static LearnersApp start(Boot boot, Origin origin) {
        return new LearnersApp(
                boot, origin, new Journal(origin), new CopyOnWriteArrayList<>(), Map.of());
    }

    Link link() throws IOException {
        return new Link(journal.nextConnection(), server.connect());
    }

    @Override
    LearnersApp app() {
        return this;
    }

    @Override
    boolean asksTls() {
        return false;
    }

    /// Sends a request and remembers what came of it.
    Exchange exchanged(Request request, boolean tls) {
        return noted(over(tls).send(request), tls);
    }

    /// Sends a request and remembers what comes of it, which others wait for.
    CompletableFuture<Exchange> sent(Request request, boolean tls) {
        Server asked = server;
        Call call = over(tls).sent(request);
        leaving.add(call::close);
        var coming =
                CompletableFuture.supplyAsync(
                        () -> explained(Http.finished(call), asked), Thread.ofVirtual()::start);
        journal.note(() -> coming.getNow(call.unanswered()), instance, tls);
        return coming;
    }

    /// Sends a request, waits for the head of its reply, and remembers what is read of the rest.
    Arriving arriving(Request request, boolean tls) {
        Call call = over(tls).sent(request);
        leaving.add(call::close);
        Call.Head head = call.head();
        var lines = new Lines(Inflow.of(head.body()));
        var arriving = new Arriving(explained(head.exchange(), server), lines, call);
        leaving.add(arriving::close);
        journal.note(arriving::exchange, instance, tls);
        return arriving;
    }

    /// Names an exchange as the one a check failed at.
    Failing failing(Supplier<Exchange> exchange, boolean tls) {
        return message ->
                new Unmet(message, List.of(exchange.get().evidence(origin, instance, tls)));
    }

    private Http over(boolean tls) {
        return tls ? secured.http() : http;
    }

    @Override
    public Secure tls() {
        return new LiveSecure(this, secured);
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
                done.stream().<Reply>map(each -> reply(each.request(), false, each)).toList());
    }

    @Override
    public Connection connect() {
        return connected(this::link, Server.PORT);
    }

    /// A bare connection that is ended with the check.
    Connection connected(Link.Dial dial, String port) {
        try {
            var connection = new LiveConnection(this, dial.open(), port);
            leaving.add(connection::close);
            journal.note(connection::evidence);
            return connection;
        } catch (IOException e) {
            throw new Unmet("Expected a connection; the server does not take any.");
        }
    }

    @Override
    public Load load() {
        return new LiveLoad(this, 10, 500);
    }

    /// Notes what is no exchange, and may go on.
    void noted(Supplier<Evidence> other) {
        journal.note(other);
    }

    /// Does this when the check is over.
    void untilClosed(Runnable ending) {
        leaving.add(ending);
    }

    /// Where the server ended, that says more than what came of it.
    ///
    /// @param problem as the end of "the server …"
    String explained(String problem) {
        return server.ended(CRASH_PATIENCE)
                .map(outcome -> "ended with " + server.ending(outcome))
                .orElse(problem);
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
        boolean stopped = Waiting.until(boot.patience(), () -> !takes());
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
        return server.ended(boot.patience())
                .map(Endings::exitCode)
                .map(code -> Sighting.of("the server's exit code", code, Failing.PLAIN))
                .orElseThrow(() -> new Unmet(otherwise.formatted(boot.patience().toSeconds())));
    }

    @Override
    public void restart() {
        server.close();
        server = boot.server(variables);
        requireOpen();
    }

    @Override
    public App another() {
        return another(Map.of());
    }

    @Override
    public App another(Map<String, String> environment) {
        if (instances.size() == MOST_INSTANCES) {
            throw new IllegalStateException(
                    "a check may have %d processes of a server".formatted(MOST_INSTANCES));
        }
        try {
            return new LearnersApp(boot, origin, journal, instances, Map.copyOf(environment));
        } catch (NotStarted e) { // the first one did: this is about this check
            throw new Unmet(
                    "Another process of the server did not start. " + e.getMessage(), e.evidence());
        } finally {
            requireOpen();
        }
    }

    /// What was started after the check was over is ended at once.
    private void requireOpen() {
        if (closed) {
            close();
            throw new IllegalStateException("the check is over");
        }
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

    /// Ends all processes. Safe for many threads.
    @Override
    public void close() {
        instances.forEach(each -> each.closed = true);
        instances.forEach(LearnersApp::end);
    }

    private void end() {
        for (Runnable each = leaving.poll(); each != null; each = leaving.poll()) {
            each.run();
        }
        server.close();
    }

    private Exchange noted(Exchange exchange, boolean tls) {
        Exchange told = explained(exchange, server);
        journal.note(() -> told, instance, tls);
        return told;
    }

    /// Where no answer came because the server ended, says so.
    private static Exchange explained(Exchange exchange, Server asked) {
        return exchange.isUnanswered()
                ? asked.ended(CRASH_PATIENCE)
                        .map(outcome -> "ended with " + asked.ending(outcome))
                        .map(exchange::withProblem)
                        .orElse(exchange)
                : exchange;
    }
}
