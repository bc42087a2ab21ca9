package dev.backwright.academy.web;

import dev.backwright.academy.grading.JudgeRoom;
import dev.backwright.academy.platform.Premises;
import java.util.ArrayList;
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
        var warnings = new ArrayList<String>();
        if (premises.room().isShort()) {
            warnings.add(
                    premises.room().says()
                            + " Until there is room again nothing can be checked or saved here; what you type is kept in your browser.");
        }
        judges.absence().ifPresent(warnings::add);
        judges.machine().ifPresent(machine -> warnings.addAll(machine.warnings()));
        return new Frame(
                premises.solo().key().csrf(),
                warnings.isEmpty() ? null : String.join(" ", warnings));
    }
}
