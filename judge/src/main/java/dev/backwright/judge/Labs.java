package dev.backwright.judge;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// All labs of a course folder.
public final class Labs {

    private final List<Step> steps;

    Labs(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /// Reads every lab below `course/labs`.
    ///
    /// @throws JudgeException naming every lab that cannot be read, and why
    public static Labs load(Path course) {
        return new CourseReader(course).read();
    }

    /// The steps that have labs, in their order.
    public List<Step> steps() {
        return steps;
    }

    /// Steps in their order, labs in the order of their step.
    public List<Lab> all() {
        return steps.stream().flatMap(step -> step.labs().stream()).toList();
    }

    /// A lab by its id or one it had formerly.
    public Optional<Lab> find(LabId id) {
        return all().stream()
                .filter(lab -> lab.id().equals(id))
                .findFirst()
                .or(() -> all().stream().filter(lab -> wasCalled(lab, id)).findFirst());
    }

    private static boolean wasCalled(Lab lab, LabId id) {
        return lab.sheet().formerly().contains(id.toString());
    }
}
