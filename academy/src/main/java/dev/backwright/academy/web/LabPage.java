package dev.backwright.academy.web;

import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A lab: lesson, files, what happened.
///
/// @param step number and title of its step: `1 JavaScript`
/// @param helps labs that help, in their order
/// @param lesson made by [Lesson] from `lesson.md`
/// @param run what Run runs: `main.js`; for a server the first request offered: `GET /notes`
/// @param files the draft where there is one, else the starter; the first is opened first
/// @param draftSavedAt when the server's draft was kept, exactly as `PUT …/draft` answered it; `null` where there is none
/// @param olderStarter whether the draft began with an older starter than the lab has now
/// @param result what the latest submission came to
/// @param standing versions, and what of the solution may be seen
public record LabPage(
        Frame frame,
        LabId lab,
        String step,
        String title,
        Lab.Kind kind,
        String run,
        List<Help> helps,
        Lesson lesson,
        List<LabFile> files,
        @Nullable String draftSavedAt,
        boolean olderStarter,
        ResultPane result,
        Standing standing) {

    public LabPage {
        helps = List.copyOf(helps);
        files = List.copyOf(files);
    }

    /// A lab that helps with this one.
    public record Help(LabId lab, String title, LabState state) {}

    /// A file of the lab.
    ///
    /// @param editable false for what always comes from the starter
    public record LabFile(String path, String text, boolean editable) {}

    /// What stands in the bar of the lab.
    ///
    /// @param versions every check was one; the latest first
    /// @param solutionHidden whether the solution is not shown yet
    /// @param terms what cohorts ask, a line for each
    public record Standing(
            List<Version> versions,
            boolean passed,
            boolean solutionSeen,
            boolean solutionHidden,
            List<String> terms) {

        public Standing {
            versions = List.copyOf(versions);
            terms = List.copyOf(terms);
        }

        /// Where nothing is asked.
        public Standing(List<Version> versions, boolean passed, boolean solutionSeen) {
            this(versions, passed, solutionSeen, false, List.of());
        }

        public static final Standing NEW = new Standing(List.of(), false, false);
    }

    /// One submission.
    ///
    /// @param submission its id
    /// @param at the time of day, or the day for older ones: `09:41`
    /// @param outcome `2 of 5`, `passed`, `unjudged`, `waiting`
    /// @param changed what differs from the version before it: `memoize.js`; `the starter` for nothing changed
    public record Version(
            int number, String submission, String at, Look look, String outcome, String changed) {}

    /// The colour of a version's outcome.
    public enum Look {
        OK("ok"),
        NO("no"),
        UNJUDGED("unjudged"),
        WAITING("soft");

        private final String style;

        Look(String style) {
            this.style = style;
        }

        public String style() {
            return style;
        }
    }

    /// Whether it can be recorded.
    public boolean isProgram() {
        return kind == Lab.Kind.PROGRAM;
    }

    public boolean isApp() {
        return kind == Lab.Kind.APP;
    }

    /// What Run runs, as one would type it.
    public String command() {
        return switch (kind) {
            case APP -> "npm start";
            case TESTS -> "node --test";
            case PROJECT -> run.isEmpty() ? "npm test" : "npm run " + run;
            case PROGRAM, DATA -> "node " + run;
        };
    }

    /// The first request offered: its method.
    public String firstMethod() {
        int space = run.indexOf(' ');
        return space < 0 ? "GET" : run.substring(0, space);
    }

    /// The first request offered: its path and query.
    public String firstTarget() {
        int space = run.indexOf(' ');
        return space < 0 ? "/" : run.substring(space + 1);
    }
}
