package dev.backwright.judge.bench;

import dev.backwright.judge.JudgeException;
import dev.backwright.judge.app.tls.Identity;
import dev.backwright.judge.service.Kind;
import dev.backwright.judge.service.OpenServices;
import dev.backwright.sandbox.Isolation;
import dev.backwright.sandbox.Sandbox;
import dev.backwright.sandbox.SandboxSettings;
import dev.backwright.sandbox.Sandboxes;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What outlives a submission: the sandbox, and services, whose servers are started when first needed. Safe for many threads.
public final class Workshop implements AutoCloseable {

    private final Sandbox sandbox;
    private final String node;
    private final Pool pool;
    private final Services services;
    private final Scratch scratch;
    private final Clearing clearing = new Clearing();
    private @Nullable Identity identity;

    private Workshop(Sandbox sandbox, String node, Pool pool, Services services, Scratch scratch) {
        this.sandbox = sandbox;
        this.node = node;
        this.pool = pool;
        this.services = services;
        this.scratch = scratch;
    }

    /// @param home where runtime files and temporary files may lie
    /// @param ready how many sandboxes are kept ready; 0 for none
    /// @throws JudgeException when there is no room for runs
    public static Workshop open(Path home, SandboxSettings settings, int ready) {
        String node = NodeVersion.of(settings.toolbox());
        Scratch scratch = Scratch.of(home);
        scratch.shortage().ifPresent(Workshop::refuse);
        return new Workshop(
                Sandboxes.open(settings), node, new Pool(ready), Services.in(home), scratch);
    }

    private static void refuse(String why) {
        throw new JudgeException(why);
    }

    /// While the returned work goes on, nothing is made ready that is not wanted at once.
    public Pool.Work work() {
        return pool.work();
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
