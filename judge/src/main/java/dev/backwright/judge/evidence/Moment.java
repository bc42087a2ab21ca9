package dev.backwright.judge.evidence;

import dev.backwright.checks.Evidence.Wires.Exchange;
import dev.backwright.checks.Evidence.Wires.Scene;
import dev.backwright.checks.Evidence.Wires.Step;
import dev.backwright.checks.Wire.Fate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Something that happened in a scene, for whoever draws it from top to bottom.
public sealed interface Moment {

    /// From the beginning of the check.
    double atMillis();

    /// A request began.
    record Begun(Exchange request) implements Moment {
        @Override
        public double atMillis() {
            return request.http().atMillis();
        }
    }

    /// A statement arrived at its wire.
    ///
    /// @param whole whether its answer came before anything else happened, and belongs to this moment
    record Sent(Step step, boolean whole) implements Moment {
        @Override
        public double atMillis() {
            return step.statement().startMillis();
        }
    }

    /// The answer to a statement that was sent some moments before.
    record Answered(Step step) implements Moment {
        @Override
        public double atMillis() {
            return step.endMillis();
        }
    }

    /// A request was answered, or came to nothing.
    record Ended(Exchange request) implements Moment {
        @Override
        public double atMillis() {
            return request.http().atMillis() + request.http().millis();
        }
    }

    /// Statements are left out here.
    record LeftOut(int steps, double atMillis) implements Moment {}

    /// Everything of a scene, by time.
    static List<Moment> of(Scene scene) {
        List<Moment> all = new ArrayList<>();
        scene.requests().forEach(it -> all.add(new Begun(it)));
        int before = 0;
        for (Step step : scene.steps()) {
            int missing = step.number() - before - 1;
            if (before > 0 && missing > 0) {
                all.add(new LeftOut(missing, step.statement().startMillis()));
            }
            before = step.number();
            all.add(new Sent(step, false));
            if (isAnswered(step)) {
                all.add(new Answered(step));
            }
        }
        scene.requests().forEach(it -> all.add(new Ended(it)));
        all.sort(Comparator.comparingDouble(Moment::atMillis));
        return joined(all);
    }

    private static boolean isAnswered(Step step) {
        Fate fate = step.statement().fate();
        return fate == Fate.DONE || fate == Fate.FAILED;
    }

    /// An answer right after its statement becomes one with it.
    private static List<Moment> joined(List<Moment> all) {
        List<Moment> joined = new ArrayList<>();
        for (Moment moment : all) {
            boolean own =
                    moment instanceof Answered(var step)
                            && !joined.isEmpty()
                            && joined.getLast().equals(new Sent(step, false));
            if (own) {
                joined.set(joined.size() - 1, new Sent(((Answered) moment).step(), true));
            } else {
                joined.add(moment);
            }
        }
        return joined;
    }
}
