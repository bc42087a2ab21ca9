package dev.backwright.academy.web;

import dev.backwright.judge.LabId;
import dev.backwright.judge.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened: shown when the page loads and sent again, whole, whenever something is new.
public sealed interface ResultPane {

    /// Which lab it belongs to.
    LabId lab();

    /// Nothing has been checked yet.
    ///
    /// @param checks how many checks the lab has
    record Untried(LabId lab, int checks) implements ResultPane {}

    /// The judge is at it.
    ///
    /// @param submission its id, to listen for what comes
    /// @param phase `queued`, `prepare`, `boot`, `check`, `report`
    /// @param usualMillis how long it usually takes in all; `null` where nobody knows yet
    /// @param checks all of them, those not done yet with no result
    record Working(
            LabId lab,
            String submission,
            int version,
            String phase,
            @Nullable Double usualMillis,
            List<CheckRow> checks)
            implements ResultPane {
        public Working {
            checks = List.copyOf(checks);
        }

        /// The phases a submission goes through, in order.
        public static final List<Stage> PHASES =
                List.of(
                        new Stage("queued", "queued", "waiting for the judge"),
                        new Stage("prepare", "prepare", "preparing a place to run"),
                        new Stage("boot", "boot", "starting your program"),
                        new Stage("check", "check", "the judge is looking"),
                        new Stage("report", "report", "writing the report"));

        /// A phase, its word, and what is done in it.
        public record Stage(String name, String word, String doing) {}

        /// What the judge does now, in words.
        public String doing() {
            return PHASES.stream()
                    .filter(stage -> stage.name().equals(phase))
                    .map(Stage::doing)
                    .findFirst()
                    .orElse(phase);
        }

        /// The style class of a phase: `done`, `now` or `later`.
        public String reach(Stage stage) {
            int now = PHASES.stream().map(Stage::name).toList().indexOf(phase);
            int at = PHASES.indexOf(stage);
            return at < now ? "done" : at == now ? "now" : "later";
        }

        public long done() {
            return checks.stream().filter(check -> check.result() != null).count();
        }
    }

    /// It is judged.
    ///
    /// @param at the time of day: `09:41:07`
    /// @param starter whether the files were the starter's, unchanged
    /// @param clean whether it passed without the solution having been seen
    /// @param seed what varies in the inputs; 0 leaves it out of the command that repeats it
    /// @param next where to go after a pass; `null` where there is nowhere
    /// @param incident by which our log knows why it could not be judged; `null` unless that was our fault
    /// @param last whether it is not tried again by itself
    record Judged(
            LabId lab,
            String submission,
            int version,
            String at,
            Report.Verdict verdict,
            boolean starter,
            boolean clean,
            long seed,
            List<CheckRow> checks,
            Phases phases,
            @Nullable Next next,
            @Nullable String incident,
            boolean last)
            implements ResultPane {
        public Judged {
            checks = List.copyOf(checks);
        }

        /// What comes next where it could not be judged.
        public String again() {
            return last
                    ? "It was tried again and again, each time afresh. Check again later; if it stays so, tell whoever runs this academy."
                    : "It is tried again by itself, afresh.";
        }

        /// How many hold.
        public long holding() {
            return checks.stream().filter(CheckRow::passed).count();
        }

        /// The check that is shown open: the first that failed.
        public boolean isOpen(CheckRow row) {
            return checks.stream()
                    .filter(CheckRow::failed)
                    .findFirst()
                    .map(CheckRow::id)
                    .filter(row.id()::equals)
                    .isPresent();
        }

        /// The verdict in words.
        public String says() {
            return switch (verdict) {
                case PASSED -> clean ? "Passed clean" : "Passed";
                case FAILED -> starter ? "Not passed yet: this is the starter" : "Not passed yet";
                case UNJUDGED -> "Could not be judged";
            };
        }

        public String mark() {
            return switch (verdict) {
                case PASSED -> "ck-pass";
                case FAILED -> "ck-fail";
                case UNJUDGED -> "ck-unj";
            };
        }

        public String style() {
            return switch (verdict) {
                case PASSED -> "ok";
                case FAILED -> "no";
                case UNJUDGED -> "unjudged";
            };
        }

        /// `2 of 5 hold`.
        public String count() {
            return holding() + " of " + checks.size() + (holding() == 1 ? " holds" : " hold");
        }

        /// The command that shows the same again in one's own folder.
        public String repeat() {
            return "backwright check " + lab + (seed == 0 ? "" : " --seed " + seed);
        }
    }

    /// Where to go after a pass.
    record Next(LabId lab, String title) {}

    /// How long it took.
    ///
    /// @param millis phase and its milliseconds, in order: `queued`, `prepared`, `booted`, `checked`
    /// @param usualMillis how long it usually takes in all; `null` where nobody knows yet
    /// @param node version of the runtime
    /// @param isolation `namespaces` or `process`
    /// @param services `PostgreSQL 18.6`
    record Phases(
            List<Phase> millis,
            @Nullable Double usualMillis,
            String node,
            String isolation,
            List<String> services) {
        public Phases {
            millis = List.copyOf(millis);
            services = List.copyOf(services);
        }

        public double total() {
            return millis.stream().mapToDouble(Phase::millis).sum();
        }
    }

    record Phase(String name, double millis) {}
}
