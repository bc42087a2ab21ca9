package dev.backwright.judge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.backwright.checks.Evidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the judge found; written once and read by everything else. Its JSON shape is `report.schema.json`.
///
/// @param schema version of this shape
/// @param submission the submission's id
/// @param lab id of the lab
/// @param labDigest digest of the lab it was judged by
/// @param judge version of the judge
/// @param phases milliseconds each phase took: `queued`, `prepared`, `booted`, `checked`
/// @param incident by which our logs know why it could not be judged; `null` unless that was our fault
public record Report(
        int schema,
        String submission,
        String lab,
        String labDigest,
        String judge,
        long seed,
        int attempt,
        Verdict verdict,
        List<CheckResult> checks,
        Map<String, Double> phases,
        RanOn runtime,
        @Nullable String incident) {

    public Report {
        checks = List.copyOf(checks);
    }

    /// The same, filed under another submission and attempt.
    public Report filedAs(String otherSubmission, String itsLab, int itsAttempt) {
        return new Report(
                schema,
                otherSubmission,
                itsLab,
                labDigest,
                judge,
                seed,
                itsAttempt,
                verdict,
                checks,
                phases,
                runtime,
                incident);
    }

    /// How long it waited is known to whoever queued it, not to the judge.
    public Report withQueued(double millis) {
        var all = new LinkedHashMap<String, Double>();
        all.put("queued", Math.max(0, millis));
        phases.forEach(all::putIfAbsent);
        return new Report(
                schema,
                submission,
                lab,
                labDigest,
                judge,
                seed,
                attempt,
                verdict,
                checks,
                all,
                runtime,
                incident);
    }

    /// Whether something went wrong on our side: then it is tried again on a fresh bench.
    public boolean foundOurFault() {
        return checks.stream().anyMatch(check -> check.outcome() == Outcome.UNJUDGED);
    }

    /// What went wrong on our side, each thing once.
    public List<String> ourFaults() {
        return checks.stream()
                .filter(check -> check.outcome() == Outcome.UNJUDGED)
                .map(check -> String.valueOf(check.message()))
                .distinct()
                .toList();
    }

    /// `failed` if any check failed, else `unjudged` if any is unjudged or none could be judged here, else `passed`.
    public enum Verdict {
        @JsonProperty("passed")
        PASSED,
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("unjudged")
        UNJUDGED;

        /// The rule.
        static Verdict of(List<CheckResult> checks) {
            List<Outcome> outcomes = checks.stream().map(CheckResult::outcome).toList();
            if (outcomes.contains(Outcome.FAILED)) {
                return FAILED;
            }
            boolean nothingSeen = outcomes.stream().allMatch(o -> o == Outcome.NOT_JUDGED_HERE);
            return nothingSeen || outcomes.contains(Outcome.UNJUDGED) ? UNJUDGED : PASSED;
        }
    }

    /// What became of one check.
    public enum Outcome {
        @JsonProperty("passed")
        PASSED,
        @JsonProperty("failed")
        FAILED,
        /// Not run, because what it stands on has not passed.
        @JsonProperty("blocked")
        BLOCKED,
        /// Our fault; tried again by itself.
        @JsonProperty("unjudged")
        UNJUDGED,
        /// What it needs is missing on this machine.
        @JsonProperty("not-judged-here")
        NOT_JUDGED_HERE
    }

    /// One check.
    ///
    /// @param blockedBy id of the check this one waits for, or `start` when the program does not start
    /// @param message what was expected and what was seen; for `unjudged` what we could not do
    /// @param hints how many tiers of hints the lab has for it
    /// @param truncated whether evidence was left out
    public record CheckResult(
            String id,
            String title,
            Outcome outcome,
            @Nullable String blockedBy,
            @Nullable String message,
            int hints,
            double millis,
            boolean truncated,
            List<Evidence> evidence) {
        public CheckResult {
            evidence = List.copyOf(evidence);
        }
    }

    /// What it ran on.
    ///
    /// @param isolation `namespaces` or `process`
    /// @param limits what of it was in force: `memory by cgroup v2`; empty in reports of before they were told
    /// @param services name and version of each service that was started
    public record RanOn(
            String node, String isolation, List<String> limits, Map<String, String> services) {

        @JsonCreator
        static RanOn read(
                @JsonProperty("node") String node,
                @JsonProperty("isolation") String isolation,
                @JsonProperty("limits") @Nullable List<String> limits,
                @JsonProperty("services") Map<String, String> services) {
            return new RanOn(node, isolation, limits == null ? List.of() : limits, services);
        }

        public RanOn {
            limits = List.copyOf(limits);
        }

        /// Where nothing is known of limits.
        public RanOn(String node, String isolation, Map<String, String> services) {
            this(node, isolation, List.of(), services);
        }
    }
}
