package dev.backwright.judge.bench;

import dev.backwright.judge.JudgeException;
import dev.backwright.judge.app.tls.Identity;
import dev.backwright.judge.program.NodeTests;
import dev.backwright.judge.service.Kind;
import dev.backwright.judge.service.OpenServices;
import dev.backwright.sandbox.Ahead;
import dev.backwright.sandbox.Isolation;
import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.Sandbox;
import dev.backwright.sandbox.SandboxSettings;
import dev.backwright.sandbox.Sandboxes;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What outlives a submission: the sandbox, and services, whose servers are started when first needed. Safe for many threads.
public final class Workshop implements AutoCloseable {

    private final Sandbox sandbox;
    private final String node;
    private final Pool pool;
    private final Services services;
    private final Scratch scratch;
    private final Future<Pace> pace;
    private final Clearing clearing;
    private @Nullable Identity identity;

    private Workshop(
            Sandbox sandbox,
            String node,
            Pool pool,
            Clearing clearing,
            Services services,
            Scratch scratch,
            Future<Pace> pace) {
        this.sandbox = sandbox;
        this.node = node;
        this.pool = pool;
        this.clearing = clearing;
        this.services = services;
        this.scratch = scratch;
        this.pace = pace;
    }

    /// @param home where runtime files and temporary files may lie
    /// @param ready how many sandboxes are kept ready; 0 for none
    /// @param told how slow this machine is; `null` to measure it
    /// @throws JudgeException when there is no room for runs
    public static Workshop open(
            Path home, SandboxSettings settings, int ready, @Nullable Pace told) {
        var pace = new FutureTask<>(() -> told == null ? Pace.measured(settings.toolbox()) : told);
        Thread.ofPlatform().daemon().name("judge-pace").start(pace);
        String node = NodeVersion.of(settings.toolbox());
        Scratch scratch = Scratch.of(home);
        scratch.shortage().ifPresent(Workshop::refuse);
        return new Workshop(
                Sandboxes.open(settings),
                node,
                new Pool(ready),
                new Clearing(ready),
                Services.in(home),
                scratch,
                pace);
    }

    private static void refuse(String why) {
        throw new JudgeException(why);
    }

    /// While the returned work goes on, nothing is made ready that is not wanted at once, and nothing that keeps still is
    /// cleared away.
    public Pool.Work work() {
        Pool.Work making = pool.work();
        Pool.Work clearing = this.clearing.work();
        return () -> {
            clearing.close();
            making.close();
        };
    }

    /// How many things stand ready at this moment.
    public int ready() {
        return pool.ready();
    }

    /// Who servers are that speak TLS: made when first asked for.
    public synchronized Identity identity() {
        Identity known = identity;
        if (known == null) {
            known = Identity.make();
            identity = known;
        }
        return known;
    }

    Clearing clearing() {
        return clearing;
    }

    Pool pool() {
        return pool;
    }

    /// What is wrong with the room where programs run; nothing while there is enough.
    public Optional<String> shortage() {
        return scratch.shortage();
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /// How fast this machine is, as it was when the judge opened; measured meanwhile.
    public Pace pace() {
        try {
            return pace.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Pace.USUAL_PACE;
        } catch (ExecutionException e) {
            throw new JudgeException("this machine's pace cannot be measured: " + e.getCause(), e);
        }
    }

    /// A process that waits for a file of tests.
    ///
    /// @param flags of Node's test runner
    public Ahead waitingTests(Limits limits, List<String> flags) {
        return flags.isEmpty()
                ? pool.take(new WaitingTests(sandbox, limits))
                : NodeTests.ahead(sandbox, limits, flags);
    }

    /// What of limits is in force, in words for a person.
    public List<String> limits() {
        return Stream.concat(isolation().limits().stream(), pace().says().stream()).toList();
    }

    public Isolation isolation() {
        return sandbox.isolation();
    }

    /// The version of Node: `v24.21.0`.
    public String node() {
        return node;
    }

    /// The services of one check, none of them opened yet.
    ///
    /// @param needs their names, those a program gets wires to
    /// @param data the lab's `data.*` files: their texts by name
    public OpenServices services(Collection<String> needs, Map<String, String> data) {
        return services.forCheck(needs, data);
    }

    /// Why the server of that kind cannot do one of these; empty where it can do all.
    public Optional<String> lacking(Kind kind, Collection<String> abilities) {
        return services.lacking(kind, abilities);
    }

    /// Name and version of the services that were started so far, of those named.
    public SortedMap<String, String> versions(Collection<String> needs) {
        return services.versions(needs);
    }

    @Override
    public void close() {
        try {
            pool.close();
            clearing.close();
            sandbox.close();
        } finally {
            services.close();
        }
    }
}
