package dev.backwright.academy.badges;

import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How far somebody is from the badge for a step.
public final class Offer {

    private final Step step;
    private final Map<LabId, Pass> passes;
    private final @Nullable Badge held;

    /// @param passes of any labs
    /// @param held the badge they have; `null` for none
    Offer(Step step, Map<LabId, Pass> passes, @Nullable Badge held) {
        this.step = step;
        this.passes = Map.copyOf(passes);
        this.held = held;
    }

    public Step step() {
        return step;
    }

    /// The badge they have; `null` for none.
    public @Nullable Badge held() {
        return held;
    }

    public boolean isComplete() {
        return missing().isEmpty();
    }

    /// The titles of the labs that a judge of this academy has not found passed.
    public String missingTitles() {
        return missing().stream().map(it -> it.sheet().title()).collect(Collectors.joining(", "));
    }

    public int labs() {
        return step.labs().size();
    }

    public int passed() {
        return labs() - missing().size();
    }

    private List<Lab> missing() {
        return step.labs().stream().filter(lab -> !passes.containsKey(lab.id())).toList();
    }

    /// How a lab of a step that is complete was passed.
    Pass pass(Lab lab) {
        return Objects.requireNonNull(passes.get(lab.id()));
    }
}
