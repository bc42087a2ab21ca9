package dev.backwright.academy.web;

import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.cohorts.Comments;
import dev.backwright.academy.cohorts.Comments.Comment;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.submissions.Submissions;
import dev.backwright.academy.submissions.Version;
import dev.backwright.academy.web.SubmissionPage.FileView;
import dev.backwright.academy.web.SubmissionPage.Line;
import dev.backwright.judge.Lab;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/// Lays a version's files out, line by line.
@Component
@ForMany
final class SubmissionPages {

    private static final int MOST_LINES = 2000;

    private final Catalog catalog;
    private final Submissions submissions;
    private final LabRoom room;
    private final Comments comments;

    SubmissionPages(Catalog catalog, Submissions submissions, LabRoom room, Comments comments) {
        this.catalog = catalog;
        this.submissions = submissions;
        this.room = room;
        this.comments = comments;
    }

    /// The name of its learner.
    String whose(Version version) {
        return comments.name(version.learner());
    }

    Lab lab(Version version) {
        return catalog.lab(version.lab());
    }

    List<LabPage.Version> versions(Version version) {
        return room.standing(version.learner(), lab(version)).versions();
    }

    ResultPane result(Version version) {
        return version.isJudged()
                ? room.result(lab(version), version)
                : new ResultPane.Untried(version.lab(), lab(version).checks().size());
    }

    /// What the learner may edit comes first.
    List<FileView> files(Version version) {
        var beside = comments.of(version.id());
        var edit = lab(version).sheet().edit();
        return submissions.files(version).files().entrySet().stream()
                .map(it -> file(it.getKey(), it.getValue(), beside))
                .sorted(Comparator.comparing(it -> !edit.contains(it.path())))
                .toList();
    }

    private static FileView file(String path, byte[] bytes, List<Comment> beside) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new FileView(path, "This file is no text.", List.of());
        }
        var lines = text.split("\n", -1);
        if (lines.length > MOST_LINES) {
            return new FileView(
                    path, "This file has %,d lines.".formatted(lines.length), List.of());
        }
        List<Line> shown = new ArrayList<>();
        int last = lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
        for (int i = 1; i <= last; i++) {
            int number = i;
            var here =
                    beside.stream()
                            .filter(it -> it.path().equals(path) && it.line() == number)
                            .toList();
            shown.add(new Line(number, lines[i - 1], here));
        }
        return new FileView(path, "", shown);
    }
}
