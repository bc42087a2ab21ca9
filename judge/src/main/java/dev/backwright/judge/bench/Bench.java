package dev.backwright.judge.bench;

import dev.backwright.judge.app.Preloaded;
import dev.backwright.judge.service.Kind;
import dev.backwright.judge.tests.TestRuns;
import dev.backwright.sandbox.Limits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// One submission, ready to be checked.
///
/// @param files everything its processes see at the work folder
/// @param limits what each of its processes may use
/// @param needs services its environment promises
/// @param restsOn what its checks rest on that not every server of a kind has
/// @param tls whether its servers are to speak TLS, too
/// @param data the lab's `data.*` files: their texts by name
/// @param preloaded what a server of this lab loads before all else
/// @param tests the submission's tests on the lab's programs
public record Bench(
        Workshop workshop,
        SortedMap<String, byte[]> files,
        Limits limits,
        List<String> needs,
        Map<Kind, List<String>> restsOn,
        boolean tls,
        Map<String, String> data,
        Preloaded preloaded,
        TestRuns tests,
        long seed) {

    public Bench {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        needs = List.copyOf(needs);
        restsOn = Map.copyOf(restsOn);
        data = Map.copyOf(data);
    }

    /// What one check finds: a stage that was made ready, else one on which nothing stands yet.
    Stage stage() {
        Stage ready = workshop.pool().poll(readyStage());
        return ready == null ? new Stage(workshop.services(needs, data), null) : ready;
    }

    private ReadyStage readyStage() {
        return new ReadyStage(workshop, limits, needs, tls, data, preloaded);
    }

    /// From now on this many servers are kept ready for submissions like this one.
    public void expectServers(int count) {
        workshop.pool().expect(readyStage(), count);
    }

    /// From now on this many programs are kept ready for submissions like this one.
    public void expectPrograms(int count) {
        workshop.pool().expect(new WaitingProbe(workshop.sandbox(), limits), count);
    }

    /// From now on this many processes are kept ready for tests of submissions like this one.
    public void expectTests(int count) {
        workshop.pool().expect(new WaitingTests(workshop.sandbox(), limits), count);
    }

    /// Why the server of that kind cannot do what the submission's checks, and one of them in particular, rest on.
    public Optional<String> lacking(Kind kind, Collection<String> particular) {
        List<String> all = new ArrayList<>(restsOn.getOrDefault(kind, List.of()));
        all.addAll(particular);
        return workshop.lacking(kind, all);
    }

    /// What one check may ask for; to be closed after it.
    ///
    /// @param known says of a file whether it was found not to load in an earlier check
    public Turn turn(String check, Predicate<String> known) {
        return new Turn(this, check, known);
    }
}
