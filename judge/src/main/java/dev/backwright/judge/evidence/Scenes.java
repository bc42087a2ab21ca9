package dev.backwright.judge.evidence;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Evidence.Http;
import dev.backwright.checks.Evidence.Wires;
import dev.backwright.checks.Evidence.Wires.Exchange;
import dev.backwright.checks.Evidence.Wires.Scene;
import dev.backwright.checks.Evidence.Wires.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Composes what the wires saw and what was asked into scenes, by time alone: which of several requests under way a
/// statement belongs to cannot be told from outside, so those are one scene.
///
/// ```text
///   requests    ├──1──┤            ├────2────┤
///                                      ├──3──┤
///   statements ·  · ·    ·           ·  · ·        ·
///   scenes     0│  1  │  2         │   3     │     4        (0, 2 and 4 outside of any request)
/// ```
public final class Scenes {

    private final List<Span> spans = new ArrayList<>();
    private final List<List<Step>> outside = new ArrayList<>();

    private Scenes() {}

    private record Span(double begin, double end, List<Exchange> requests, List<Step> steps) {}

    /// @param requests of one check, with times from its beginning
    /// @param steps of one check, of all wires
    /// @param own evidence that came with the failure: a request among it is the one the check failed at
    public static Wires of(List<Http> requests, List<Step> steps, List<Evidence> own) {
        var scenes = new Scenes();
        numbered(requests, own).forEach(scenes::add);
        for (int i = 0; i <= scenes.spans.size(); i++) {
            scenes.outside.add(new ArrayList<>());
        }
        numbered(steps).forEach(scenes::add);
        return new Wires(scenes.inOrder(), 0);
    }

    private static List<Exchange> numbered(List<Http> requests, List<Evidence> own) {
        List<Http> byTime =
                requests.stream().sorted(Comparator.comparingDouble(Http::atMillis)).toList();
        List<Exchange> all = new ArrayList<>();
        for (Http http : byTime) {
            all.add(new Exchange(all.size() + 1, own.contains(http), http));
        }
        return all;
    }

    private static List<Step> numbered(List<Step> steps) {
        List<Step> byTime =
                steps.stream()
                        .sorted(Comparator.comparingDouble(step -> step.statement().startMillis()))
                        .toList();
        List<Step> all = new ArrayList<>();
        for (Step step : byTime) {
            all.add(
                    new Step(
                            all.size() + 1,
                            step.wire(),
                            step.heldMillis(),
                            step.note(),
                            step.statement()));
        }
        return all;
    }

    private void add(Exchange request) {
        double begin = request.http().atMillis();
        double end = begin + request.http().millis();
        Span last = spans.isEmpty() ? null : spans.getLast();
        if (last == null || begin > last.end()) {
            spans.add(new Span(begin, end, new ArrayList<>(List.of(request)), new ArrayList<>()));
        } else {
            last.requests().add(request);
            double later = Math.max(end, last.end());
            spans.set(
                    spans.size() - 1, new Span(last.begin(), later, last.requests(), last.steps()));
        }
    }

    private void add(Step step) {
        double at = step.statement().startMillis();
        int next = 0;
        while (next < spans.size() && spans.get(next).end() < at) {
            next++;
        }
        boolean during = next < spans.size() && spans.get(next).begin() <= at;
        (during ? spans.get(next).steps() : outside.get(next)).add(step);
    }

    private List<Scene> inOrder() {
        List<Scene> scenes = new ArrayList<>();
        for (int i = 0; i < outside.size(); i++) {
            if (!outside.get(i).isEmpty()) {
                scenes.add(new Scene(List.of(), outside.get(i), 0));
            }
            if (i < spans.size()) {
                scenes.add(new Scene(spans.get(i).requests(), spans.get(i).steps(), 0));
            }
        }
        return scenes;
    }
}
