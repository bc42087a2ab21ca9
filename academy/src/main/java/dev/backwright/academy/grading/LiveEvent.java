package dev.backwright.academy.grading;

import dev.backwright.judge.LabId;
import java.util.UUID;

/// Something that happened to a submission just now. Small enough for a channel of PostgreSQL: whoever wants more
/// asks for it.
public sealed interface LiveEvent {

    LabId lab();

    UUID submission();

    /// Whether an event that comes right after this one says all that this one would: the whole result pane is told each time.
    default boolean isToldBy(LiveEvent next) {
        return this instanceof Checked
                && (next instanceof Checked || next instanceof Written)
                && submission().equals(next.submission());
    }

    /// It came in, or the command line told of it.
    record Stored(LabId lab, UUID submission) implements LiveEvent {}

    /// The judge begins a phase.
    record Phase(LabId lab, UUID submission, String name) implements LiveEvent {}

    /// One more check is done.
    record Checked(LabId lab, UUID submission) implements LiveEvent {}

    /// A report is written.
    ///
    /// @param last false when it will be tried again
    record Written(LabId lab, UUID submission, boolean last) implements LiveEvent {}
}
