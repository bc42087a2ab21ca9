package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.badges.Finding;
import dev.backwright.academy.badges.Statement;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.submissions.Rejudgings;
import dev.backwright.academy.submissions.Reruns;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// The pages of badges: the same for everybody, but that its learner, and whoever may read their work, see more.
@Component
@ForMany
final class BadgeSheet {

    static final String ROBOTS = "X-Robots-Tag";
    static final String NO_INDEX = "noindex, nofollow";

    private final Pages pages;
    private final Frames frames;
    private final Inside inside;

    BadgeSheet(Pages pages, Frames frames, Inside inside) {
        this.pages = pages;
        this.frames = frames;
        this.inside = inside;
    }

    ResponseEntity<String> badge(Finding.Ours ours, String address) {
        var frame = frames.frame();
        var badge = ours.badge();
        Account reader = frame.account();
        boolean may = reader != null && inside.isOpen(reader, ours.says());
        var rows =
                ours.says().evidence().stream()
                        .map(it -> may ? inside.row(it) : BadgePage.Row.of(it))
                        .toList();
        var page =
                new BadgePage(
                        frame,
                        badge.id(),
                        address,
                        ours.says(),
                        Objects.requireNonNull(badge.token()),
                        reader != null && reader.person().equals(badge.person()),
                        may,
                        rows);
        return answer(200, pages.view().badge(page));
    }

    ResponseEntity<String> verify(int status, String brought, @Nullable Finding finding) {
        return answer(
                status, pages.view().verify(new VerifyPage(frames.frame(), brought, finding)));
    }

    private static ResponseEntity<String> answer(int status, String page) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .header(ROBOTS, NO_INDEX)
                .body(page);
    }

    /// What lies behind a badge, for those who may read it.
    @Component
    @ForMany
    record Inside(ReadableVersions readable, Rejudgings rejudgings, Reruns reruns) {

        /// All that is in a badge is one person's.
        boolean isOpen(Account reader, Statement says) {
            return says.evidence().stream()
                    .findFirst()
                    .flatMap(it -> readable.find(reader, it.version()))
                    .isPresent();
        }

        BadgePage.Row row(Statement.Evidence evidence) {
            return new BadgePage.Row(
                    evidence,
                    reruns.isUnderWay(evidence.version()),
                    rejudgings.found(evidence.version()).stream().findFirst().orElse(null));
        }
    }
}
