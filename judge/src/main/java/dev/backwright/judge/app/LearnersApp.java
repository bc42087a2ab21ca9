package dev.backwright.judge.app;

import dev.backwright.checks.App;
import dev.backwright.checks.Evidence;
import dev.backwright.checks.Json;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.checks.Visitor;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Origin;
import dev.backwright.judge.seen.Sighting;
import dev.backwright.sandbox.Outcome;
import dev.backwright.sandbox.Running;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The learner's server during one check. Remembers every exchange.
public final class LearnersApp extends Asking implements App, AutoCloseable {

    private static final Duration CRASH_PATIENCE = Duration.ofMillis(300);

    private final Supplier<Server> boot;
    private final Duration patience;
    private final Journal journal;
    private final Http http;
    private final Origin origin;
    private volatile Server server;

    private LearnersApp(Boot boot, Origin origin) {
        this.origin = origin;
        this.boot = boot::server;
        this.patience = boot.patience();
        this.journal = new Journal(origin);
        this.server = boot.server();
        this.http = new Http(this::link, patience);
    }

    /// Starts it.
    ///
    /// @param origin from which moments are counted
    /// @throws dev.backwright.judge.seen.NotStarted when it does not listen
    public static LearnersApp start(Boot boot, Origin origin) {
        return new LearnersApp(boot, origin);
    }

    private Link link() throws IOException {
        return new Link(journal.nextConnection(), server.connect());
    }

    @Override
    boolean tls() {
        return false;
    }

    @Override
    Reply send(Request request, boolean tls) {
        return ask(request, tls);
    }

    LiveReply ask(Request request, boolean tls) {
        return reply(noted(http.send(request), tls), tls);
    }

    @Override
    public Visitor visitor() {
        return new LiveVisitor(this, false);
    }

    @Override
    public Together together(int n) {
        return new Together() {
            @Override
            public Replies send(Request request) {
                return sendAll(Collections.nCopies(n, request));
            }

            @Override
            public Replies post(String target, Json... bodies) {
                if (bodies.length != 1 && bodies.length != n) {
                    throw new IllegalArgumentException(
                            "together(%d) takes one body or %d, got %d"
                                    .formatted(n, n, bodies.length));
                }
                List<Request> requests = new ArrayList<>();
                for (int i = 0; i < n; i++) {
                    requests.add(json("POST", target, bodies[i % bodies.length]));
                }
                return sendAll(requests);
            }
        };
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
    public Seen stop() {
        server.running().signal(Running.Signal.TERM);
        Outcome outcome =
                server.ended(patience)
                        .orElseThrow(() ->
                                new Unmet(
                                        "The server did not end within %d s of SIGTERM."
                                                .formatted(patience.toSeconds())));
        return Sighting.of("the server's exit code", Endings.exitCode(outcome), Failing.PLAIN);
    }

    @Override
    public void restart() {
        server.close();
        server = boot.get();
    }

    /// One exchange, without judging it.
    public Evidence.Http exchange(Request request) {
        return noted(http.send(request), false).evidence(origin, 1, false);
    }

    /// The process, to be looked at.
    public Running running() {
        return server.running();
    }

    /// Every exchange of this check, and what the server printed.
    public List<Evidence> evidence() {
        List<Evidence> all = new ArrayList<>(journal.evidence());
        Evidence.Console console = server.console();
        if (!console.out().isEmpty() || !console.err().isEmpty() || !console.ending().isEmpty()) {
            all.add(console);
        }
        return all;
    }

    @Override
    public void close() {
        server.close();
    }

    private Replies sendAll(List<Request> requests) {
        List<Exchange> done =
                http.together(requests).stream().map(each -> noted(each, false)).toList();
        return new LiveReplies(done.stream().<Reply>map(each -> reply(each, false)).toList());
    }

    /// Remembers an exchange; where no answer came because the server ended, says so.
    private Exchange noted(Exchange exchange, boolean tls) {
        Exchange told = exchange;
        if (exchange.isUnanswered()) {
            told =
                    server.ended(CRASH_PATIENCE)
                            .map(outcome -> "ended with " + server.ending(outcome))
                            .map(exchange::withProblem)
                            .orElse(exchange);
        }
        journal.note(told, 1, tls);
        return told;
    }

    private LiveReply reply(Exchange exchange, boolean tls) {
        Failing failing = message -> new Unmet(message, List.of(exchange.evidence(origin, 1, tls)));
        @Nullable Answer answer = exchange.answer();
        if (answer == null) {
            String end = String.valueOf(exchange.problem());
            throw failing.because(
                    "%s: expected an answer; the server %s%s"
                            .formatted(exchange.name(), end, end.endsWith(".") ? "" : "."));
        }
        return new LiveReply(exchange, answer, this, exchange.request(), tls, failing);
    }
}
