package dev.backwright.academy.grading;

import dev.backwright.academy.platform.Premises;
import dev.backwright.judge.Machine;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How this academy stands.
@RestController
final class StatusApi {

    private final Premises premises;
    private final JudgeRoom judges;

    StatusApi(Premises premises, JudgeRoom judges) {
        this.premises = premises;
        this.judges = judges;
    }

    /// @param machine what submissions run on; absent until the judge is open
    record Status(String home, String database, @Nullable Machine machine) {}

    @GetMapping("/api/status")
    Status status() {
        return new Status(
                premises.places().home().toString(),
                premises.database().says(),
                judges.machine().orElse(null));
    }
}
