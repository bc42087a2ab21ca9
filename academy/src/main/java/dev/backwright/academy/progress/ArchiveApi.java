package dev.backwright.academy.progress;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.submissions.Submissions;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Everything of whoever asks out and in, over HTTP.
@RestController
final class ArchiveApi {

    private final Archive archive;
    private final Submissions submissions;
    private final Imports imports;

    ArchiveApi(Archive archive, Submissions submissions, Imports imports) {
        this.archive = archive;
        this.submissions = submissions;
        this.imports = imports;
    }

    @GetMapping("/api/export")
    void export(Learner learner, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"backwright.zip\"");
        archive.export(learner, response.getOutputStream());
    }

    @PostMapping(path = "/api/import", consumes = "application/zip")
    Archive.Added take(Learner learner, InputStream zip) throws IOException {
        var added = imports.take(learner, zip);
        submissions.queueOpen();
        return added;
    }
}
