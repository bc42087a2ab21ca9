package dev.backwright.academy.web;

import dev.backwright.judge.LabId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The path: one thing to do, all labs at a glance, six steps.
///
/// @param onward the one thing to do; `null` where there is no lab at all
/// @param steps in their order, also those without labs
/// @param again what is to be looked at again
/// @param news versions with comments that are new
public record PathPage(
        Frame frame, @Nullable Onward onward, List<Step> steps, Again again, List<News> news) {

    public PathPage {
        steps = List.copyOf(steps);
        news = List.copyOf(news);
    }

    /// @param says `2 new comments on Closures, version 3`
    public record News(String submission, String says) {}

    /// How much is to be looked at again.
    public record Again(int predictions, int labs) {

        public boolean any() {
            return predictions + labs > 0;
        }

        /// `2 predictions and 1 lab`.
        public String words() {
            return Stream.of(words(predictions, "prediction"), words(labs, "lab"))
                    .filter(it -> !it.isEmpty())
                    .collect(Collectors.joining(" and "));
        }

        private static String words(int count, String what) {
            return count == 0 ? "" : count + " " + what + (count == 1 ? "" : "s");
        }
    }

    /// Where a learner goes on.
    ///
    /// @param label the line above it: `Where you were, 20 minutes ago`, `The first lab`
    /// @param action what the button says: `Continue with closures`, `Start with scope`
    /// @param stand where it stands: `2 of 5 checks hold.`; names in backquotes are set as code
    public record Onward(LabId lab, String title, String label, String action, String stand) {}

    /// One of the six steps.
    ///
    /// @param id its folder: `javascript`
    /// @param after what one can do after it, as the end of a sentence that begins *After it you can*
    /// @param labs those that exist
    public record Step(int number, String id, String title, String after, List<Row> labs) {
        public Step {
            labs = List.copyOf(labs);
        }

        public long passed() {
            return labs.stream().filter(lab -> lab.state().passed()).count();
        }

        public boolean begun() {
            return labs.stream().anyMatch(lab -> lab.state() != LabState.NOT_BEGUN);
        }

        public int minutes() {
            return labs.stream().mapToInt(Row::minutes).sum();
        }
    }

    /// One lab.
    ///
    /// @param due when it is to be passed, in words; empty where nobody waits for it, or it is passed
    /// @param standing what its state says in words: `2 of 5 hold`; empty for the state's own word
    public record Row(
            LabId lab, String title, String due, LabState state, String standing, int minutes) {

        public String says() {
            return standing.isEmpty() ? state.word() : standing;
        }
    }

    public long labs() {
        return steps.stream().mapToLong(step -> step.labs().size()).sum();
    }

    public long passed() {
        return steps.stream().mapToLong(Step::passed).sum();
    }

    /// Whether this is the step of the one thing to do.
    public boolean isOpen(Step step) {
        return onward != null && onward.lab().step().equals(step.id());
    }

    /// Whether this is the lab of the one thing to do.
    public boolean isNow(Row row) {
        return onward != null && onward.lab().equals(row.lab());
    }
}
