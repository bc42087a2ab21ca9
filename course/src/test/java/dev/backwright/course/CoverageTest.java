package dev.backwright.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.judge.Lab;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import tools.jackson.databind.JsonNode;

/// What the course's own lists say about its labs.
class CoverageTest {

    private final JsonNode coverage = Course.yaml("coverage.yaml");
    private final Map<String, Lab> labs =
            Course.labs().stream()
                    .collect(Collectors.toMap(lab -> lab.id().toString(), Function.identity()));

    @Test
    void coverageRefersToLabsAndChecksThatExist() {
        coverage.forEachEntry((topic, covered) ->
                covered.forEachEntry((id, checks) -> {
                    Lab lab = labs.get(id);
                    assertNotNull(lab, topic + ": there is no lab " + id);
                    checks.forEach(check ->
                            assertTrue(
                                    lab.checks().containsKey(check.asString()),
                                    topic + ": " + id + " has no " + check));
                    assertTrue(
                            lab.sheet().topics().contains(topic),
                            id + " does not name the topic " + topic);
                }));
    }

    @Test
    void eachTopicOfALabIsSeenByOneOfItsChecks() {
        labs.forEach((id, lab) ->
                lab.sheet()
                        .topics()
                        .forEach(topic ->
                                assertFalse(
                                        coverage.path(topic).path(id).isEmpty(),
                                        id + " names " + topic + ", coverage does not")));
    }

    @Test
    void topicsWithoutACheckAreListed(TestReporter reporter) {
        var open = new TreeSet<String>();
        coverage.forEachEntry((topic, covered) -> {
            if (covered.isEmpty()) {
                open.add(topic);
            }
        });
        assertTrue(coverage.size() > open.size(), "no topic is covered at all");
        reporter.publishEntry(
                "topics without a check", open.size() + ": " + String.join(" ", open));
    }

    @Test
    void eachMisconceptionIsWholeAndBehindAWrongSolution() {
        Set<String> used = new HashSet<>();
        labs.values().forEach(lab -> lab.wrongs().forEach(wrong -> used.add(wrong.because())));
        Set<String> known = new HashSet<>();
        for (JsonNode each : Course.yaml("misconceptions.yaml")) {
            String id = each.path("id").asString();
            assertTrue(known.add(id), id + " is there twice");
            assertTrue(id.matches("[a-z0-9]+(-[a-z0-9]+)*"), id);
            assertEquals(
                    Set.of("id", "says", "why", "production"),
                    Set.copyOf(each.propertyNames()),
                    id);
            each.forEach(text -> assertTrue(text.isString() && !text.asString().isBlank(), id));
        }
        assertEquals(new TreeSet<>(known), new TreeSet<>(used));
    }
}
