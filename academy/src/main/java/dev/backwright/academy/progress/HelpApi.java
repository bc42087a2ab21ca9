package dev.backwright.academy.progress;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.submissions.Workbench;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Hints, the solution, other good answers.
@RestController
@RequestMapping("/api/labs/{step}/{name}")
final class HelpApi {

    private final Catalog catalog;
    private final HintBook hints;
    private final Learning learning;
    private final HelpRule rule;

    HelpApi(Catalog catalog, HintBook hints, Learning learning, HelpRule rule) {
        this.catalog = catalog;
        this.hints = hints;
        this.learning = learning;
        this.rule = rule;
    }

    record Wanted(
            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String check,
            int tier) {}

    record Hint(String check, int tier, String text, HintBook.Hints hints) {}

    record Solution(Map<String, String> files) {}

    /// @param name `solution`, or an alternative's folder
    record Answer(String name, Map<String, String> files) {}

    record Answers(List<Answer> answers) {}

    @PostMapping("/hints")
    Hint open(
            Learner learner,
            @PathVariable String step,
            @PathVariable String name,
            @RequestBody Wanted wanted) {
        var lab = catalog.lab(step, name);
        var text = hints.open(learner, lab, wanted.check(), wanted.tier());
        return new Hint(
                wanted.check(), wanted.tier(), text, hints.of(learner, lab, wanted.check()));
    }

    /// *Show me*: from now on a pass is no longer clean.
    @PostMapping("/solution")
    Solution show(Learner learner, @PathVariable String step, @PathVariable String name) {
        var lab = catalog.lab(step, name);
        requireShown(learner, lab);
        learning.seeSolution(learner, lab.id());
        return new Solution(edited(lab, lab.solution()));
    }

    @GetMapping("/answers")
    Answers answers(Learner learner, @PathVariable String step, @PathVariable String name) {
        var lab = catalog.lab(step, name);
        if (!learning.of(learner, lab.id()).passed()) {
            throw CannotAnswer.notNow("Other good answers open once the lab is passed.");
        }
        requireShown(learner, lab);
        var answers = new ArrayList<Answer>();
        answers.add(new Answer("solution", edited(lab, lab.solution())));
        lab.alternatives()
                .forEach((which, files) -> answers.add(new Answer(which, edited(lab, files))));
        return new Answers(answers);
    }

    private void requireShown(Learner learner, Lab lab) {
        var hidden = rule.of(learner, lab.id()).solution();
        if (!hidden.isEmpty()) {
            throw CannotAnswer.notNow(hidden);
        }
    }

    /// What a learner would have written; the rest is the starter's.
    private static Map<String, String> edited(Lab lab, FileTree whole) {
        var starter = lab.starter().files();
        var texts = new TreeMap<>(Workbench.texts(whole));
        texts.keySet()
                .removeIf(path -> starter.containsKey(path) && !lab.sheet().edit().contains(path));
        return texts;
    }
}
