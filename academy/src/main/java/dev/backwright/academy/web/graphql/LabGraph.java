package dev.backwright.academy.web.graphql;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.submissions.Submissions;
import dev.backwright.academy.submissions.Version;
import dev.backwright.academy.web.graphql.HandedIn.Submission;
import dev.backwright.academy.web.graphql.LearningGraph.Lab;
import dev.backwright.judge.LabId;
import graphql.GraphQLContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/// What one has handed in for labs: one question for all labs of which the same is asked.
@Controller
@ForMany
final class LabGraph {

    private static final String PAGES = "pages";

    private final Submissions submissions;
    private final HandedIn handedIn;

    LabGraph(Submissions submissions, HandedIn handedIn, BatchLoaderRegistry loaders) {
        this.submissions = submissions;
        this.handedIn = handedIn;
        loaders.<Page, Optional<List<Submission>>>forName(PAGES)
                .registerMappedBatchLoader((pages, environment) -> {
                    GraphQLContext context = Objects.requireNonNull(environment.getContext());
                    return Mono.just(load(Operation.of(context).learner(), pages));
                });
    }

    /// What is asked of a lab.
    record Page(LabId lab, Slice slice) {}

    record Slice(int limit, @Nullable String before) {}

    @SchemaMapping(typeName = "Lab")
    CompletableFuture<@Nullable Submission> latest(
            Lab lab, DataLoader<Page, Optional<List<Submission>>> pages) {
        return pages.load(page(lab, 1, null))
                .thenApply(it -> it.flatMap(all -> all.stream().findFirst()).orElse(null));
    }

    @SchemaMapping(typeName = "Lab")
    CompletableFuture<List<Submission>> submissions(
            Lab lab,
            @Argument int limit,
            @Argument @Nullable String before,
            DataLoader<Page, Optional<List<Submission>>> pages) {
        return pages.load(page(lab, SubmissionGraph.required(limit), before))
                .thenApply(it -> it.orElseThrow(() -> SubmissionGraph.isNone(before)));
    }

    private static Page page(Lab lab, int limit, @Nullable String before) {
        return new Page(LabId.of(lab.id()), new Slice(limit, before));
    }

    /// Nothing for a page before what is not there.
    private Map<Page, Optional<List<Submission>>> load(Learner learner, Set<Page> pages) {
        var found = new HashMap<Page, Optional<List<Version>>>();
        pages.stream()
                .collect(Collectors.groupingBy(Page::slice))
                .forEach((slice, same) -> find(learner, slice, same, found));
        var shown = shown(found.values().stream().flatMap(Optional::stream));
        var loaded = new HashMap<Page, Optional<List<Submission>>>();
        found.forEach((page, versions) ->
                loaded.put(
                        page,
                        versions.map(all ->
                                all.stream()
                                        .flatMap(it -> Stream.ofNullable(shown.get(it.id())))
                                        .toList())));
        return loaded;
    }

    private void find(
            Learner learner,
            Slice slice,
            List<Page> pages,
            Map<Page, Optional<List<Version>>> into) {
        var before = SubmissionGraph.known(submissions, learner, slice.before());
        if (slice.before() != null && before.isEmpty()) {
            pages.forEach(page -> into.put(page, Optional.empty()));
            return;
        }
        var labs = pages.stream().map(Page::lab).collect(Collectors.toSet());
        var found = submissions.latest(learner, labs, before.orElse(null), slice.limit());
        pages.forEach(
                page -> into.put(page, Optional.of(found.getOrDefault(page.lab(), List.of()))));
    }

    private Map<UUID, Submission> shown(Stream<List<Version>> pages) {
        return handedIn.of(pages.flatMap(List::stream).distinct().toList()).stream()
                .collect(Collectors.toMap(Submission::id, it -> it));
    }
}
