package dev.backwright.academy.grading;

import dev.backwright.academy.submissions.Standing;
import dev.backwright.academy.submissions.Verdicts;
import dev.backwright.academy.submissions.Version;
import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// What judges that work apart say, told on as if one of this process had said it.
@Component
final class Hearing {

    private final AtWork atWork;
    private final LiveEvents events;
    private final Verdicts verdicts;

    Hearing(AtWork atWork, LiveEvents events, Verdicts verdicts) {
        this.atWork = atWork;
        this.events = events;
        this.verdicts = verdicts;
    }

    void progress(Version version, JsonNode told) {
        atWork.hear(
                version,
                progress -> {
                    if (told.has("checked")) {
                        progress.checked(result(told.path("checked")));
                    } else {
                        progress.phase(told.path("phase").asString("check"));
                    }
                });
    }

    void written(Version version) {
        atWork.leave(version.id());
        boolean last = verdicts.standing(version.id()).map(Standing::done).orElse(true);
        events.tell(new LiveEvent.Written(version, last));
    }

    private static CheckResult result(JsonNode told) {
        return new CheckResult(
                told.path("id").asString(""),
                told.path("title").asString(""),
                Outcome.valueOf(
                        told.path("outcome")
                                .asString("")
                                .toUpperCase(Locale.ROOT)
                                .replace('-', '_')),
                text(told, "blockedBy"),
                text(told, "message"),
                told.path("hints").asInt(0),
                told.path("millis").asDouble(0),
                false,
                List.of());
    }

    private static @Nullable String text(JsonNode told, String name) {
        return told.has(name) ? told.path(name).asString("") : null;
    }
}
