package dev.backwright.course;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Check;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Lab.Wrong;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// What a lab's folder must hold.
@ParameterizedClass(name = "{0}")
@MethodSource("dev.backwright.course.Course#labs")
record FolderTest(Lab lab) {

    private static final Set<String> KEYS = Set.of("file", "at", "from", "to", "because");

    @Test
    void itTakesBetween25And50MinutesAndHas5To9Checks() {
        assertAll(
                () -> between(25, 50, lab.sheet().minutes(), "minutes"),
                () -> between(5, 9, lab.checks().size(), "checks"));
    }

    @Test
    void eachCheckHasTwoOrThreeHintsAndNoHintIsWithoutCheck() {
        var ids = Course.annotations(lab.id()).stream().map(Check::id).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size(), "an id is used twice: " + ids);
        assertEquals(new TreeSet<>(ids), new TreeSet<>(lab.checks().keySet()));
        lab.checks().forEach((id, hints) -> between(2, 3, hints.size(), "hints for " + id));
    }

    @Test
    void titlesAreEndsOfSentencesAndIdsAreWordsJoinedByHyphens() {
        for (var check : Course.annotations(lab.id())) {
            assertTrue(check.id().matches("[a-z0-9]+(-[a-z0-9]+)*"), check.id());
            assertTrue(check.title().matches("[a-z`].*[^.]"), check.title());
            for (var need : check.needs()) {
                assertTrue(lab.checks().containsKey(need), check.id() + " needs unknown " + need);
            }
        }
    }

    @Test
    void thereAreAtLeastTwoAlternativesAndSixWrongSolutions() {
        assertAll(
                () -> between(2, 99, lab.alternatives().size(), "alternatives"),
                () -> between(6, 99, lab.wrongs().size(), "wrong solutions"));
    }

    @Test
    void eachCheckIsFailedBySomeWrongSolution() {
        Set<String> failed =
                lab.wrongs().stream().flatMap(w -> w.fails().stream()).collect(Collectors.toSet());
        assertEquals(new TreeSet<>(lab.checks().keySet()), new TreeSet<>(failed));
    }

    @Test
    void wrongSolutionsNameKnownMisconceptions() {
        Set<String> known = new HashSet<>();
        Course.yaml("misconceptions.yaml").forEach(each -> known.add(each.path("id").asString()));
        for (Wrong wrong : lab.wrongs()) {
            assertTrue(known.contains(wrong.because()), wrong.name() + ": " + wrong.because());
        }
    }

    @Test
    void alternativesAndWrongSolutionsHoldOnlyFilesThatDifferFromTheSolution() throws IOException {
        for (var kind : List.of("alternatives", "wrong")) {
            Path folder = lab.folder().resolve(kind);
            for (Path file : Course.files(folder)) {
                Path name = file.subpath(1, file.getNameCount());
                Path twin = lab.folder().resolve("solution").resolve(name);
                boolean same = Files.exists(twin) && Files.mismatch(twin, folder.resolve(file)) < 0;
                assertFalse(same, kind + "/" + file + " is the same as in the solution");
            }
        }
    }

    @Test
    void answersLeaveReadOnlyFilesAlone() {
        var readOnly = new HashSet<>(lab.starter().files().keySet());
        readOnly.removeAll(lab.sheet().edit());
        for (var kind : List.of("solution", "alternatives", "wrong")) {
            for (Path file : Course.files(lab.folder().resolve(kind))) {
                int names = kind.equals("solution") ? 0 : 1;
                String path = file.subpath(names, file.getNameCount()).toString();
                assertFalse(readOnly.contains(path), kind + "/" + file + " is read only");
            }
        }
    }

    @Test
    void testsAreRunOnRightProgramsAndOnMutantsThatDifferFromTheGivenOne() throws IOException {
        if (lab.sheet().kind() != Lab.Kind.TESTS) {
            return;
        }
        var names = lab.variants().keySet();
        between(2, 9, count(names, "right/"), "right programs");
        between(5, 60, count(names, "mutants/"), "mutants");
        assertEquals(
                names.size(),
                count(names, "right/") + count(names, "mutants/"),
                "variants are right or mutants: " + names);
        String checks = sources();
        for (var each : lab.variants().entrySet()) {
            String name = each.getKey();
            assertTrue(checks.contains(name.replaceFirst(".*/", "")), name + " is in no check");
            each.getValue()
                    .forEach((file, content) -> {
                        byte[] given = lab.starter().files().get(file);
                        assertFalse(Arrays.equals(given, content), name + " has the given " + file);
                        assertFalse(lab.sheet().edit().contains(file), name + " has " + file);
                    });
        }
    }

    private String sources() throws IOException {
        var text = new StringBuilder();
        for (Path file : Course.files(lab.folder())) {
            if (file.toString().endsWith(".java")) {
                text.append(Files.readString(lab.folder().resolve(file)));
            }
        }
        return text.toString();
    }

    private static int count(Collection<String> names, String group) {
        return (int) names.stream().filter(name -> name.startsWith(group)).count();
    }

    @Test
    void eachMutantThatMayPassIsAPlaceInTheSolutionWithAReason() {
        Path mutants = lab.folder().resolve("mutants.yaml");
        for (var each : Course.parse(Files.exists(mutants) ? Course.text(mutants) : "[]")) {
            assertTrue(KEYS.containsAll(each.propertyNames()), "keys: " + each);
            assertFalse(each.path("because").asString("").isBlank(), "no reason: " + each);
            Path file = lab.folder().resolve("solution").resolve(each.path("file").asString(""));
            assertTrue(
                    Course.text(file)
                            .lines()
                            .map(String::strip)
                            .anyMatch(each.path("at").asString("")::equals),
                    "no such line: " + each);
        }
    }

    @Test
    void prerequisitesExist() {
        var ids = Course.labs().stream().map(each -> each.id().toString()).toList();
        for (String prerequisite : lab.sheet().prerequisites()) {
            assertTrue(ids.contains(prerequisite), "there is no lab " + prerequisite);
        }
    }

    private static void between(int least, int most, int seen, String what) {
        assertTrue(seen >= least && seen <= most, what + ": " + seen);
    }
}
