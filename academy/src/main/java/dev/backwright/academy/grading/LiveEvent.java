package dev.backwright.academy.grading;

import dev.backwright.academy.submissions.Version;
import java.util.Optional;

/// Something that happened to a submission just now.
public sealed interface LiveEvent {

    Version version();

    /// Whether nobody misses anything if it is told a moment later.
    default boolean canWait() {
        return this instanceof Begun || this instanceof Checked;
    }

    /// One event that says all that this one, which waits, and the next would: what is told is how things stand then.
    default Optional<LiveEvent> with(LiveEvent next) {
        if (!canWait() || !version().id().equals(next.version().id())) {
            return Optional.empty();
        }
        return switch (next) {
            case Written _, Begun _ -> Optional.of(next);
            case Checked _ -> Optional.of(this);
            case Stored _, Phase _ -> Optional.empty();
        };
    }

    /// It came in, or the command line told of it.
    record Stored(Version version) implements LiveEvent {}

    /// A judge has it.
    record Begun(Version version) implements LiveEvent {}

    /// The judge begins a phase.
    record Phase(Version version, String name) implements LiveEvent {}

    /// One more check is done.
    record Checked(Version version) implements LiveEvent {}

    /// A report is written.
    ///
    /// @param last false when it will be tried again
    record Written(Version version, boolean last) implements LiveEvent {}
}
