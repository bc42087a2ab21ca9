package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.cohorts.Comments;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.submissions.Rejudgings;
import dev.backwright.academy.submissions.Version;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A version for its learner and those who lead a cohort they are in; to anybody else it is not there.
@RestController
@RequestMapping(path = "/submissions/{id}", produces = "text/html;charset=UTF-8")
@ForMany
final class SubmissionController {

    private final ReadableVersions readable;
    private final Comments comments;
    private final Layout layout;

    SubmissionController(ReadableVersions readable, Comments comments, Layout layout) {
        this.readable = readable;
        this.comments = comments;
        this.layout = layout;
    }

    @GetMapping
    ResponseEntity<String> read(Account reader, @PathVariable UUID id) {
        var version = readable.version(reader, id);
        if (version.learner().equals(reader.learner())) {
            comments.read(reader.learner(), id);
        }
        return layout.show(200, reader, version, null);
    }

    @PostMapping("/comments")
    ResponseEntity<String> comment(
            Account reader,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(defaultValue = "0") int line,
            @RequestParam(defaultValue = "") String text) {
        var version = readable.version(reader, id);
        try {
            requireLine(version, path, line);
            comments.write(reader, id, path, line, text);
            return SignInController.to("/submissions/" + id);
        } catch (CannotAnswer e) {
            return layout.show(e.status(), reader, version, e.getMessage());
        }
    }

    @PostMapping("/comments/{comment}/delete")
    ResponseEntity<String> takeBack(
            Account reader, @PathVariable UUID id, @PathVariable UUID comment) {
        comments.takeBack(reader, readable.version(reader, id).id(), comment);
        return SignInController.to("/submissions/" + id);
    }

    private void requireLine(Version version, String path, int line) {
        boolean there =
                layout.files(version).stream()
                        .filter(file -> file.path().equals(path))
                        .anyMatch(file -> line >= 1 && line <= file.lines().size());
        if (!there) {
            throw CannotAnswer.refused(
                    "There is no line %d in this file.".formatted(line), List.of());
        }
    }

    /// The page.
    @Component
    @ForMany
    static final class Layout {

        private final SubmissionPages parts;
        private final Rejudgings rejudgings;
        private final Frames frames;
        private final Pages pages;

        Layout(SubmissionPages parts, Rejudgings rejudgings, Frames frames, Pages pages) {
            this.parts = parts;
            this.rejudgings = rejudgings;
            this.frames = frames;
            this.pages = pages;
        }

        List<SubmissionPage.FileView> files(Version version) {
            return parts.files(version);
        }

        ResponseEntity<String> show(
                int status, Account reader, Version version, @Nullable String trouble) {
            var page =
                    new SubmissionPage(
                            frames.frame(),
                            version.lab(),
                            parts.lab(version).sheet().title(),
                            parts.whose(version),
                            version.learner().equals(reader.learner()),
                            version.id(),
                            version.number(),
                            parts.versions(version),
                            parts.files(version),
                            parts.result(version),
                            rejudgings.found(version.id()),
                            trouble);
            return ResponseEntity.status(status)
                    .cacheControl(CacheControl.noStore())
                    .body(pages.view().submission(page));
        }
    }
}
