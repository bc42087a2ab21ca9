package dev.backwright.academy.web;

import dev.backwright.academy.grading.JudgeRoom;
import dev.backwright.academy.platform.Premises;
import dev.backwright.academy.web.guard.Visitors;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/// What every page has around it.
@Component
final class Frames {

    private final Premises premises;
    private final JudgeRoom judges;
    private final Visitors visitors;

    Frames(Premises premises, JudgeRoom judges, Visitors visitors) {
        this.premises = premises;
        this.judges = judges;
        this.visitors = visitors;
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
        var visitor = visitors.present();
        return new Frame(
                visitor.csrf(),
                warnings.isEmpty() ? null : String.join(" ", warnings),
                !premises.places().site().many(),
                visitor.account());
    }
}
