package dev.backwright.academy.grading;

import dev.backwright.academy.submissions.Version;

/// Something that happened to a submission just now.
public sealed interface LiveEvent {

    Version version();

    /// Whether an event that comes right after this one says all that this one would: the whole result pane is told each time.
    default boolean isToldBy(LiveEvent next) {
        return this instanceof Checked
                && (next instanceof Checked || next instanceof Written)
                && version().id().equals(next.version().id());
    }

    /// It came in, or the command line told of it.
    record Stored(Version version) implements LiveEvent {}

    /// The judge begins a phase.
    record Phase(Version version, String name) implements LiveEvent {}

    /// One more check is done.
    record Checked(Version version) implements LiveEvent {}

    /// A report is written.
    ///
    /// @param last false when it will be tried again
    record Written(Version version, boolean last) implements LiveEvent {}
}
