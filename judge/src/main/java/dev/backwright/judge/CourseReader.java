package dev.backwright.judge;

import dev.backwright.judge.yaml.Sheet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads a course's folder; everything that is wrong with it comes in one exception.
final class CourseReader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final Path folder;
    private final List<String> problems = new ArrayList<>();

    CourseReader(Path course) {
        this.folder = course.resolve("labs");
    }

    Labs read() {
        if (!Files.isDirectory(folder)) {
            throw new JudgeException(
                    "there is no course in %s: its folder holds labs/STEP/LAB; set backwright.course to it"
                            .formatted(folder));
        }
        List<Step> steps = new ArrayList<>();
        for (String id : LabFolder.folders(folder)) {
            steps.add(step(id));
        }
        checkNames(steps);
        if (!problems.isEmpty()) {
            throw new JudgeException(
                    "the course in %s cannot be read:\n  %s"
                            .formatted(folder, String.join("\n  ", problems)));
        }
        steps.sort(java.util.Comparator.comparingInt(Step::number));
        return new Labs(steps);
    }

    private Step step(String id) {
        String file = "labs/" + id + "/step.yaml";
        int number = Step.PATH.indexOf(id) + 1;
        if (number == 0) {
            problems.add("labs/%s: no step of that name, there are %s".formatted(id, Step.PATH));
        }
        Sheet sheet = Sheet.read(folder.resolve(id).resolve("step.yaml"), file, problems);
        String title = sheet.text("title");
        String subtitle = sheet.textOr("subtitle", "");
        String after = sheet.text("after");
        List<String> order = sheet.texts("order", NAME, "the folder of a lab");
        sheet.done();
        return new Step(id, number, title, subtitle, after, labs(id, order, sheet));
    }

    private List<Lab> labs(String step, List<String> order, Sheet sheet) {
        List<String> folders = LabFolder.folders(folder.resolve(step));
        for (String name : folders) {
            if (!order.contains(name)) {
                sheet.problem("order", "the lab " + name + " is missing in it");
            }
        }
        List<Lab> labs = new ArrayList<>();
        for (String name : order) {
            if (folders.contains(name)) {
                Path lab = folder.resolve(step).resolve(name);
                labs.add(new LabReader(new LabId(step, name), lab, problems).read());
            } else {
                sheet.problem("order", "there is no folder " + name);
            }
        }
        return labs;
    }

    /// No two labs may answer to one id. A prerequisite may be a lab that is still to be written.
    private void checkNames(List<Step> steps) {
        Map<String, String> owners = new HashMap<>();
        List<Lab> labs = steps.stream().flatMap(step -> step.labs().stream()).toList();
        labs.forEach(lab -> owners.put(lab.id().toString(), lab.id().toString()));
        for (Lab lab : labs) {
            for (String old : lab.sheet().formerly()) {
                String owner = owners.putIfAbsent(old, lab.id().toString());
                if (owner != null) {
                    problems.add(
                            "labs/%s/lab.yaml: formerly: %s is the name of %s"
                                    .formatted(lab.id(), old, owner));
                }
            }
        }
    }
}
