package dev.backwright.judge;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One lab as its folder tells it.
///
/// @param folder where it lies
/// @param digest over checks, starter, data and limits; submission and report pin it
/// @param sheet what `lab.yaml` says
/// @param checks ids of its checks with their hint tiers, in the order of `hints.yaml`
public record Lab(
        LabId id, Path folder, String digest, Sheet sheet, Map<String, List<String>> checks) {

    /// How a lab's submissions are run.
    public enum Kind {
        PROGRAM,
        APP,
        DATA,
        PROJECT,
        TESTS
    }

    /// What `lab.yaml` says.
    ///
    /// @param topics ids of CURRICULUM
    /// @param needs services: `postgres`
    /// @param prerequisites ids of labs that help
    /// @param edit files a learner edits, the first one opened first; the rest of `starter/` is read only
    /// @param run for a program: the script `Run` runs; for an app: a first request, `GET /notes`
    /// @param formerly old ids
    public record Sheet(
            String title,
            List<String> topics,
            Kind kind,
            List<String> needs,
            int minutes,
            List<String> prerequisites,
            List<String> edit,
            String run,
            List<String> formerly) {}

    /// The files a learner starts from.
    public FileTree starter() {
        throw new UnsupportedOperationException();
    }
}
