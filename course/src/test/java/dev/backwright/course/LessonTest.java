package dev.backwright.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.judge.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// What a lesson promises.
@ParameterizedClass(name = "{0}")
@MethodSource("dev.backwright.course.Course#labs")
record LessonTest(Lab lab) {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]*)\\)");
    private static final Pattern LAB = Pattern.compile("/labs/([a-z0-9_]+/[a-z0-9_]+)");

    @Test
    void itHas500To1200Words() {
        int words = Fence.prose(lab.lesson()).strip().split("\\s+").length;
        assertTrue(words >= 500 && words <= 1200, "words: " + words);
    }

    @Test
    void itEndsInATask() {
        assertTrue(lab.lesson().contains("\n## Your task\n"), "no heading `## Your task`");
        assertFalse(lab.lesson().startsWith("# "), "the title comes from lab.yaml");
    }

    @Test
    void eachSnippetIsTheFileItNamesAndEachFileIsShown() {
        Set<String> shown = new HashSet<>();
        for (Fence fence : Fence.in(lab.lesson())) {
            fence.file()
                    .ifPresent(file -> {
                        assertEquals(Course.text(lesson().resolve(file)), fence.text(), file);
                        shown.add(file);
                    });
            assertFalse(fence.is("run") && fence.file().isEmpty(), "runs without a file");
            assertFalse(fence.is("play") && !fence.is("run"), "plays and does not run");
        }
        var files = Course.files(lesson()).stream().map(Path::toString).toList();
        assertEquals(new HashSet<>(files), shown);
    }

    @Test
    void eachSnippetThatRunsPrintsWhatIsSaid(@TempDir Path folder) throws Exception {
        for (Path file : Course.files(lesson())) {
            Files.copy(lesson().resolve(file), folder.resolve(file));
        }
        Path packages =
                Files.createSymbolicLink(
                        folder.resolve("node_modules"),
                        Course.TOOLBOX.resolve("node_modules").toRealPath());
        try {
            assertTrue(runs(folder) > 0, "no snippet runs");
        } finally {
            Files.delete(packages);
        }
    }

    /// Runs every snippet that is to run.
    ///
    /// @return how many there are
    private int runs(Path folder) throws IOException, InterruptedException {
        List<Fence> fences = Fence.in(lab.lesson());
        int runs = 0;
        for (int i = 0; i < fences.size(); i++) {
            if (fences.get(i).is("run")) {
                String file = fences.get(i).file().orElseThrow();
                assertTrue(i + 1 < fences.size() && fences.get(i + 1).is("output"), file);
                assertEquals(fences.get(i + 1).text(), printed(folder, file), file);
                runs++;
            }
        }
        return runs;
    }

    /// The academy's own test records each and holds it against Node.
    @Test
    void aProgramsLessonPlaysARecording() {
        boolean plays = Fence.in(lab.lesson()).stream().anyMatch(fence -> fence.is("play"));
        assertTrue(plays || lab.sheet().kind() != Lab.Kind.PROGRAM, "no snippet plays");
    }

    @Test
    void itAsksAtLeastOneQuestionWithAnAnswerAmongTheChoices() {
        var questions =
                Fence.in(lab.lesson()).stream().filter(fence -> fence.is("predict")).toList();
        assertFalse(questions.isEmpty());
        for (Fence fence : questions) {
            var question = Course.parse(fence.text());
            assertEquals(
                    Set.of("ask", "choices", "answer", "why"),
                    Set.copyOf(question.propertyNames()));
            var choices =
                    question.path("choices").valueStream().map(each -> each.asString()).toList();
            assertTrue(choices.size() >= 2, "choices: " + choices);
            assertEquals(choices.size(), new HashSet<>(choices).size(), "choices: " + choices);
            var answer = question.path("answer");
            assertTrue(
                    answer.isInt()
                            ? answer.asInt() >= 1 && answer.asInt() <= choices.size()
                            : choices.contains(answer.asString()),
                    "the answer is a choice's text, or its number from 1: " + fence.text());
        }
    }

    @Test
    void itsLinksLeadToLabsThatExist() {
        var ids = Course.labs().stream().map(each -> each.id().toString()).toList();
        var links = LINK.matcher(Fence.prose(lab.lesson()));
        while (links.find()) {
            var target = LAB.matcher(links.group(1));
            assertTrue(
                    target.matches() && ids.contains(target.group(1)),
                    "a lesson links to labs only, and cites all else by title: " + links.group(1));
        }
    }

    private Path lesson() {
        return lab.folder().resolve("lesson");
    }

    private static String printed(Path folder, String file)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        var process =
                new ProcessBuilder(Course.TOOLBOX.resolve("bin/node").toString(), file)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), file + " does not end");
            assertEquals(0, process.exitValue(), file);
            return Files.readString(out);
        } finally {
            process.destroyForcibly();
        }
    }
}
