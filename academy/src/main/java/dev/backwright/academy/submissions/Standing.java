package dev.backwright.academy.submissions;

import dev.backwright.judge.Report;
import dev.backwright.judge.ReportJson;
import org.jspecify.annotations.Nullable;

/// Where a submission stands.
///
/// @param done whether this is the last word
/// @param unjudged how often judging it has come to nothing
/// @param report what was found, also of a try that could not judge; `null` before the first
public record Standing(boolean done, boolean running, int unjudged, @Nullable Report report) {

    static Standing of(String state, int unjudged, @Nullable String json) {
        return new Standing(
                state.equals("done"),
                state.equals("running"),
                unjudged,
                json == null ? null : ReportJson.read(json));
    }

    /// `queued`, `running` or `done`.
    public String word() {
        if (done) {
            return "done";
        }
        return running ? "running" : "queued";
    }
}
