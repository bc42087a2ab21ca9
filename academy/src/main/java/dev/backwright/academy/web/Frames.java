package dev.backwright.academy.web;

import dev.backwright.academy.grading.JudgeRoom;
import dev.backwright.academy.platform.Premises;
import dev.backwright.judge.Machine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What every page has around it.
@Component
final class Frames {

    private final Premises premises;
    private final JudgeRoom judges;

    Frames(Premises premises, JudgeRoom judges) {
        this.premises = premises;
        this.judges = judges;
    }

    Frame frame() {
        return new Frame(
                premises.solo().key().csrf(), judges.machine().map(Frames::warning).orElse(null));
    }

    private static @Nullable String warning(Machine machine) {
        return machine.warnings().isEmpty() ? null : String.join(" ", machine.warnings());
    }
}
