package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.badges.Offers;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.progress.LabStanding;
import dev.backwright.academy.progress.Learning;
import dev.backwright.academy.web.guard.OpenSessions;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Step;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// The page of one's own account, with how far one is.
@Component
@ForMany
final class MeSheet {

    private final Pages pages;
    private final Frames frames;
    private final Facts facts;

    MeSheet(Pages pages, Frames frames, Facts facts) {
        this.pages = pages;
        this.frames = frames;
        this.facts = facts;
    }

    /// What is told of somebody.
    @Component
    @ForMany
    record Facts(
            OpenSessions sessions,
            Progress progress,
            Offers offers,
            OwnWays.Found ways,
            OwnPasskeys.Found passkeys) {}

    ResponseEntity<String> show(
            int status, Account account, @Nullable String done, @Nullable String trouble) {
        var page =
                new MePage(
                        frames.frame(),
                        account,
                        facts.progress().of(account.learner()),
                        facts.offers().of(account),
                        facts.sessions().of(account),
                        facts.ways().of(account),
                        facts.passkeys().of(account),
                        done,
                        trouble);
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(pages.view().me(page));
    }

    /// Step by step.
    @Component
    @ForMany
    record Progress(Catalog catalog, Learning learning) {

        List<StepProgress> of(Learner learner) {
            var far = learning.all(learner);
            var attempts = learning.attempts(learner);
            return catalog.steps().stream()
                    .filter(step -> !step.labs().isEmpty())
                    .map(step -> of(step, far, attempts))
                    .toList();
        }

        private static StepProgress of(
                Step step, Map<LabId, LabStanding> far, Map<LabId, Integer> attempts) {
            var labs = step.labs().stream().map(it -> it.id()).toList();
            var theirs = labs.stream().map(it -> far.getOrDefault(it, LabStanding.NEW)).toList();
            return new StepProgress(
                    step.number(),
                    step.title(),
                    theirs.stream().filter(LabStanding::passed).count(),
                    theirs.stream().filter(LabStanding::clean).count(),
                    labs.size(),
                    labs.stream().mapToInt(it -> attempts.getOrDefault(it, 0)).sum());
        }
    }
}
