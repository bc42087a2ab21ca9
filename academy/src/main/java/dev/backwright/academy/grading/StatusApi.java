package dev.backwright.academy.grading;

import dev.backwright.academy.platform.Premises;
import dev.backwright.judge.Machine;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How this academy stands. In one for many nobody is told where it lies and what it runs on.
@RestController
final class StatusApi {

    private final Premises premises;
    private final JudgeRoom judges;
    private final PresentJudges others;

    StatusApi(Premises premises, JudgeRoom judges, PresentJudges others) {
        this.premises = premises;
        this.judges = judges;
        this.others = others;
    }

    /// @param machine what submissions run on; absent until the judge is open
    /// @param judges those that work apart; absent where this process judges
    /// @param waits why what is handed in now would wait
    record Status(
            String home,
            String database,
            @Nullable Machine machine,
            @Nullable List<PresentJudges.Present> judges,
            @Nullable String waits) {}

    @GetMapping("/api/status")
    Status status() {
        if (premises.places().site().many()) {
            return new Status("", "", null, null, judges.absence().orElse(null));
        }
        return new Status(
                premises.places().home().toString(),
                premises.database().says(),
                judges.machine().orElse(null),
                others.areApart() ? others.all() : null,
                judges.absence().orElse(null));
    }
}
