package dev.backwright.academy.grading;

import dev.backwright.academy.submissions.Version;
import dev.backwright.judge.Progress;
import dev.backwright.judge.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// What the judge is doing now, for each submission it has.
@Component
public final class AtWork {

    private final Map<UUID, Now> now = new ConcurrentHashMap<>();
    private final LiveEvents events;

    AtWork(LiveEvents events) {
        this.events = events;
    }

    /// How far judging is.
    ///
    /// @param phase `prepare`, `boot`, `check`, `report`
    /// @param checked checks done so far, in the order in which they ended
    public record Now(String phase, List<Report.CheckResult> checked) {
        public Now {
            checked = List.copyOf(checked);
        }

        private Now in(String next) {
            return new Now(next, checked);
        }

        private Now with(Report.CheckResult result) {
            var more = new ArrayList<>(checked);
            more.removeIf(told -> told.id().equals(result.id()));
            more.add(result);
            return new Now(phase, more);
        }
    }

    /// Nothing where nobody judges it.
    public Optional<Now> on(UUID submission) {
        return Optional.ofNullable(now.get(submission));
    }

    /// What a judge says that works apart.
    void hear(Version version, Consumer<Progress> said) {
        var progress = now.containsKey(version.id()) ? telling(version) : follow(version);
        said.accept(progress);
    }

    /// Writes down what the judge says, and tells it.
    Progress follow(Version version) {
        now.put(version.id(), new Now("prepare", List.of()));
        events.tell(new LiveEvent.Begun(version));
        return telling(version);
    }

    private Progress telling(Version version) {
        return new Progress() {
            @Override
            public void phase(String name) {
                now.computeIfPresent(version.id(), (id, was) -> was.in(name));
                events.tell(new LiveEvent.Phase(version, name));
            }

            @Override
            public void checked(Report.CheckResult result) {
                now.computeIfPresent(version.id(), (id, was) -> was.with(result));
                events.tell(new LiveEvent.Checked(version));
            }
        };
    }

    void leave(UUID submission) {
        now.remove(submission);
    }
}
