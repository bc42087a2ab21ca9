package dev.backwright.academy.web;

import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.grading.LivePane;
import dev.backwright.academy.submissions.Version;
import org.springframework.stereotype.Component;

/// What an open page of its learner shows of a submission, as the HTML of one event.
@Component
final class LivePanes implements LivePane {

    private final Catalog catalog;
    private final LabRoom room;
    private final Pages pages;

    LivePanes(Catalog catalog, LabRoom room, Pages pages) {
        this.catalog = catalog;
        this.room = room;
        this.pages = pages;
    }

    @Override
    public String html(Version version) {
        var lab = catalog.lab(version.lab());
        return pages.view()
                .live(new Live(room.result(lab, version), room.standing(version.learner(), lab)));
    }

    @Override
    public String checking(Version version) {
        return pages.view().live(new Live(room.result(catalog.lab(version.lab()), version), null));
    }
}
