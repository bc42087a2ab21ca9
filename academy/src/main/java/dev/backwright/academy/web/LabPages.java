package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.submissions.Workbench;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Puts a lab's page together, as it is for a learner.
@Component
final class LabPages {

    private final Catalog catalog;
    private final Workbench workbench;
    private final LabRoom room;
    private final Frames frames;

    LabPages(Catalog catalog, Workbench workbench, LabRoom room, Frames frames) {
        this.catalog = catalog;
        this.workbench = workbench;
        this.room = room;
        this.frames = frames;
    }

    /// The id that a lab has now.
    LabId presentName(String step, String name) {
        return catalog.lab(step, name).id();
    }

    LabPage page(Learner learner, String step, String name) {
        var lab = catalog.lab(step, name);
        var laid = workbench.open(learner, lab);
        var draft = laid.draft();
        return new LabPage(
                frames.frame(),
                lab.id(),
                step(lab),
                lab.sheet().title(),
                lab.sheet().kind(),
                lab.sheet().run(),
                helps(learner, lab),
                room.lesson(learner, lab),
                files(lab, laid.files()),
                draft == null ? null : draft.savedAt().toString(),
                laid.olderStarter(),
                room.latest(learner, lab),
                room.standing(learner, lab));
    }

    /// A lab that this course does not have helps nobody.
    private List<LabPage.Help> helps(Learner learner, Lab lab) {
        return catalog.all().stream()
                .filter(it -> lab.sheet().prerequisites().contains(it.id().toString()))
                .map(it -> room.help(learner, it))
                .toList();
    }

    private String step(Lab lab) {
        return catalog.steps().stream()
                .filter(step -> step.id().equals(lab.id().step()))
                .findFirst()
                .map(LabPages::heading)
                .orElse(lab.id().step());
    }

    private static String heading(Step step) {
        return step.number() + " " + step.title();
    }

    /// What may be edited first, in the lab's order, then what else the learner has, then what is only to be read.
    private static List<LabPage.LabFile> files(Lab lab, Map<String, String> laid) {
        var starter = Workbench.texts(lab.starter());
        var edit = lab.sheet().edit();
        var files = new ArrayList<LabPage.LabFile>();
        edit.stream()
                .filter(laid::containsKey)
                .forEach(path ->
                        files.add(new LabPage.LabFile(path, laid.getOrDefault(path, ""), true)));
        laid.forEach((path, text) -> {
            if (!edit.contains(path) && !starter.containsKey(path)) {
                files.add(new LabPage.LabFile(path, text, true));
            }
        });
        starter.forEach((path, text) -> {
            if (!edit.contains(path)) {
                files.add(new LabPage.LabFile(path, text, false));
            }
        });
        return files;
    }
}
