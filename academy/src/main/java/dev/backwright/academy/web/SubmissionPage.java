package dev.backwright.academy.web;

import dev.backwright.academy.cohorts.Comments.Comment;
import dev.backwright.academy.submissions.Rejudgings;
import dev.backwright.judge.LabId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version as its learner saw it, with what is written beside its lines.
///
/// @param whose the name of its learner
/// @param own whether that is who looks at it
/// @param versions all of this learner's of the lab
/// @param again what was found when it was judged again, the latest first
/// @param trouble what could not be done, and why; `null` for nothing
public record SubmissionPage(
        Frame frame,
        LabId lab,
        String title,
        String whose,
        boolean own,
        UUID id,
        int number,
        List<LabPage.Version> versions,
        List<FileView> files,
        ResultPane result,
        List<Rejudgings.Found> again,
        @Nullable String trouble) {

    /// @param note what stands in the place of lines that cannot be shown; empty where they can
    public record FileView(String path, String note, List<Line> lines) {}

    /// One line with what is written beside it.
    public record Line(int number, String text, List<Comment> comments) {}

    /// Whether who looks at it wrote this.
    public boolean isOwn(Comment comment) {
        var account = frame.account();
        return account != null && account.person().equals(comment.by());
    }
}
