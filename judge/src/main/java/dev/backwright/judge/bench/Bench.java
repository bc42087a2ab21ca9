package dev.backwright.judge.bench;

import dev.backwright.judge.service.OpenServices;
import dev.backwright.sandbox.Limits;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// One submission, ready to be checked.
///
/// @param files everything its processes see at the work folder
/// @param limits what each of its processes may use
/// @param needs services its environment promises
/// @param data the lab's `data.*` files: their texts by name
public record Bench(
        Workshop workshop,
        SortedMap<String, byte[]> files,
        Limits limits,
        List<String> needs,
        Map<String, String> data,
        long seed) {

    public Bench {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        needs = List.copyOf(needs);
        data = Map.copyOf(data);
    }

    /// The services of one check, none of them opened yet.
    OpenServices services() {
        return workshop.services(needs, data);
    }

    /// From now on this many programs are kept ready for submissions like this one.
    public void expectPrograms(int count) {
        workshop.pool().expect(new WaitingProbe(workshop.sandbox(), limits), count);
    }

    /// What one check may ask for; to be closed after it.
    ///
    /// @param known says of a file whether it was found not to load in an earlier check
    public Turn turn(String check, Predicate<String> known) {
        return new Turn(this, check, known);
    }
}
