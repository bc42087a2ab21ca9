package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.catalog.UnknownLab;
import dev.backwright.academy.progress.LabReviews;
import dev.backwright.academy.progress.Remembered;
import dev.backwright.academy.progress.Reviews;
import dev.backwright.academy.progress.Scene;
import dev.backwright.judge.LabId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the page of what is to be looked at again together.
@Component
final class ReviewPages {

    private static final int SHOWN = 10;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private final Reviews reviews;
    private final Catalog catalog;
    private final Frames frames;
    private final Clock clock;

    ReviewPages(Reviews reviews, Catalog catalog, Frames frames, Clock clock) {
        this.reviews = reviews;
        this.catalog = catalog;
        this.frames = frames;
        this.clock = clock;
    }

    ReviewPage page(Learner learner) {
        var review = reviews.predictions().review(learner, SHOWN);
        return new ReviewPage(
                frames.frame(),
                review.due().stream().map(this::item).toList(),
                review.count(),
                review.remembered(),
                inWords(sooner(review.next(), reviews.labs().next(learner).orElse(null))),
                reviews.labs().due(learner).stream().map(this::again).toList());
    }

    private static @Nullable Instant sooner(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private ReviewPage.Again again(LabReviews.Resting it) {
        var sheet = catalog.lab(it.lab()).sheet();
        return new ReviewPage.Again(
                it.lab(),
                sheet.title(),
                "Last on %s%s."
                        .formatted(
                                day(it.at()),
                                it.clean() ? "" : ", first passed with the solution seen"),
                sheet.minutes());
    }

    private static String day(Instant at) {
        return DAY.format(at.atZone(ZoneId.systemDefault()));
    }

    private ReviewPage.Item item(Remembered it) {
        var scene = it.question().scene();
        var title = title(it.lab());
        return new ReviewPage.Item(
                html(it),
                scene == null ? "the lesson of " + title : scene.main() + ", recorded",
                title.isEmpty() ? null : it.lab(),
                scene == null ? LessonBlocks.id(it.key()) : "",
                scene == null ? null : scene(scene),
                soFar(it));
    }

    /// The lab's title; nothing where there is none, or none any more.
    private String title(@Nullable LabId lab) {
        try {
            return lab == null ? "" : catalog.lab(lab).sheet().title();
        } catch (UnknownLab e) {
            return "";
        }
    }

    private static String html(Remembered it) {
        var html = new StringBuilder();
        var question = it.question();
        new PredictBlock(new HtmlWriter(html))
                .write(
                        new PredictBlock.Shown(
                                "q-" + it.id(),
                                question.text(),
                                question.choices(),
                                question.answer(),
                                question.why(),
                                question.scene() != null,
                                "/api/predictions/" + it.id(),
                                null));
        return html.toString();
    }

    private static ReviewPage.Scene scene(Scene scene) {
        var files =
                scene.files().entrySet().stream()
                        .map(file ->
                                new ReviewPage.File(
                                        file.getKey(),
                                        List.of(file.getValue().stripTrailing().split("\\R")),
                                        file.getKey().equals(scene.file()) ? scene.line() : 0))
                        .toList();
        return new ReviewPage.Scene(
                ProgramLink.of(scene.files(), scene.main()), files, scene.printed());
    }

    private static String soFar(Remembered it) {
        return "Answered %s, %s wrongly, last on %s."
                .formatted(
                        times(it.times()),
                        it.wrong() == 0 ? "never" : times(it.wrong()),
                        day(it.answeredAt()));
    }

    private static String times(int count) {
        return switch (count) {
            case 1 -> "once";
            case 2 -> "twice";
            default -> count + " times";
        };
    }

    private String inWords(@Nullable Instant next) {
        if (next == null) {
            return "";
        }
        long hours = Duration.between(clock.instant(), next).plusMinutes(59).toHours();
        if (hours <= 36) {
            return hours <= 1 ? "within the hour" : "in " + hours + " hours";
        }
        return "in " + Math.round(hours / 24.0) + " days";
    }
}
