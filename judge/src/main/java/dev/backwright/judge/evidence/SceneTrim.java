package dev.backwright.judge.evidence;

import dev.backwright.checks.Evidence.Wires;
import dev.backwright.checks.Evidence.Wires.Exchange;
import dev.backwright.checks.Evidence.Wires.Scene;
import dev.backwright.checks.Evidence.Wires.Step;
import dev.backwright.checks.Wire.Fate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// Keeps the scenes that fit: the one the check failed at first and as whole as can be, then the others, the latest first and
/// shorter. Of a long scene the beginning and the end stay, and what was disturbed or went wrong.
final class SceneTrim {

    private static final int SCENES = 40;
    private static final Limits FAILING = new Limits(60, 150, 4_000);
    private static final Limits OTHER = new Limits(12, 40, 1_000);

    /// Characters that stand around the texts of a statement or a request.
    private static final int AROUND = 150;

    private final Room room;

    SceneTrim(Room room) {
        this.room = room;
    }

    private record Limits(int requests, int steps, int text) {}

    Wires of(Wires wires) {
        List<Scene> scenes = wires.scenes();
        IdentityHashMap<Scene, Scene> kept = new IdentityHashMap<>();
        Optional<Scene> focus = wires.focus();
        focus.ifPresent(scene -> kept.put(scene, scene(scene, FAILING)));
        for (Scene scene : scenes.reversed()) {
            if (room.left() > Trim.RESERVE && kept.size() < SCENES && !kept.containsKey(scene)) {
                kept.put(scene, scene(scene, OTHER));
            }
        }
        int missing = scenes.size() - kept.size();
        if (missing > 0) {
            room.leaveOut();
        }
        List<Scene> inOrder = scenes.stream().map(kept::get).filter(Objects::nonNull).toList();
        return new Wires(inOrder, wires.leftOut() + missing);
    }

    private Scene scene(Scene scene, Limits limits) {
        List<Exchange> requests = scene.requests();
        List<Exchange> asked = requests.subList(0, Math.min(requests.size(), limits.requests()));
        List<Step> steps = some(scene.steps(), limits.steps());
        int missing = scene.steps().size() - steps.size();
        if (missing > 0 || asked.size() < requests.size()) {
            room.leaveOut();
        }
        return room.within(
                limits.text(),
                () ->
                        new Scene(
                                asked.stream().map(this::exchange).toList(),
                                steps.stream().map(this::step).toList(),
                                scene.leftOut() + missing));
    }

    /// Two thirds from the beginning, one from the end; between them what is worth a look.
    private static List<Step> some(List<Step> steps, int most) {
        if (steps.size() <= most) {
            return steps;
        }
        int tail = steps.size() - most / 3;
        List<Step> odd =
                steps.subList(most / 3, tail).stream()
                        .filter(SceneTrim::isOdd)
                        .limit(most / 3)
                        .toList();
        int head = most - most / 3 - odd.size();
        return IntStream.range(0, steps.size())
                .filter(i -> i < head || i >= tail || odd.contains(steps.get(i)))
                .mapToObj(steps::get)
                .toList();
    }

    private static boolean isOdd(Step step) {
        return step.statement().fate() != Fate.DONE || step.heldMillis() > 0;
    }

    private Exchange exchange(Exchange exchange) {
        room.take(AROUND);
        return new Exchange(
                exchange.number(), exchange.failing(), Trim.http(room, exchange.http()));
    }

    private Step step(Step step) {
        room.take(AROUND);
        return new Step(
                step.number(),
                room.text(step.wire()),
                step.heldMillis(),
                room.text(step.note()),
                Trim.statement(room, step.statement()));
    }
}
