package dev.backwright.judge.service;

import dev.backwright.checks.Evidence;
import dev.backwright.judge.seen.Origin;
import dev.backwright.sandbox.Wire;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The services of one check, each opened once: ahead of the check by [#ahead], or when first asked for.
/// Safe for many threads; what is opened after the end is ended at once.
public final class OpenServices implements AutoCloseable {

    private final List<Kind> needs;
    private final Function<Kind, Service> services;
    private final Map<String, String> data;
    private final Origin origin = new Origin();
    private final Map<Kind, OpenService> open = new EnumMap<>(Kind.class);
    private boolean closed;

    /// @param needs those a program gets wires to
    /// @param data the lab's `data.*` files: their texts by name
    public OpenServices(
            List<Kind> needs, Function<Kind, Service> services, Map<String, String> data) {
        this.needs = List.copyOf(needs);
        this.services = services;
        this.data = Map.copyOf(data);
    }

    /// Opens all that are needed.
    public OpenServices ahead() {
        needs.forEach(this::get);
        return this;
    }

    /// From which everything that is seen is counted.
    public Origin origin() {
        return origin;
    }

    public synchronized OpenService get(Kind kind) {
        if (closed) {
            throw new IllegalStateException("the check is over");
        }
        OpenService known = open.get(kind);
        if (known == null) {
            known = services.apply(kind).open(data, origin);
            open.put(kind, known);
        }
        return known;
    }

    /// Whether the servers of all that are open still answer.
    public boolean areAlive() {
        return lost().isEmpty();
    }

    /// The first whose server has died, or does not answer any more.
    public synchronized Optional<Kind> lost() {
        return open.entrySet().stream()
                .filter(each -> !each.getValue().isAlive())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// The wires to all that are needed.
    public List<Wire> wires() {
        return needs.stream().map(kind -> get(kind).towards(kind.variable())).toList();
    }

    /// What a program has to know of all that are needed, besides their addresses.
    public Map<String, String> environment() {
        Map<String, String> all = new HashMap<>();
        needs.forEach(kind -> all.putAll(get(kind).environment()));
        return all;
    }

    /// The statements on all their wires.
    public synchronized List<Evidence.Wires.Step> steps() {
        List<Evidence.Wires.Step> all = new ArrayList<>();
        open.values().forEach(service -> all.addAll(service.steps()));
        return all;
    }

    @Override
    public synchronized void close() {
        closed = true;
        List<RuntimeException> faults = new ArrayList<>();
        for (OpenService service : open.values()) {
            try {
                service.close();
            } catch (RuntimeException e) {
                faults.add(e);
            }
        }
        open.clear();
        if (!faults.isEmpty()) {
            throw faults.getFirst();
        }
    }
}
