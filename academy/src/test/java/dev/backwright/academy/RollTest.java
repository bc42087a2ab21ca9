package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An update while people work: two academies and a judge give way to new ones, which have the lab in another version.
final class RollTest {

    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir Path folder;

    @Test
    void nobodyNoticesThatAcademiesAndJudgesAreReplaced() throws Exception {
        var was = FakeJudge.COURSE;
        var now = changed(was, folder.resolve("course"));
        try (var roll = Roll.open(folder, 10)) {
            var one = roll.meanwhile(() -> roll.academy("one", was));
            var other = roll.meanwhile(() -> roll.academy("other", was));
            var judge = roll.judge("judge", was);
            one.get();
            other.get();
            roll.begin();
            Thread.sleep(2_000);
            ends(one.get());
            roll.academy("new", now);
            roll.judge("new-judge", now);
            Roll.ends(judge);
            ends(other.get()); // what it takes to the last is for the lab as no judge has it
            // any more
            Thread.sleep(2_000);
            var seen = roll.end();
            assertEquals(List.of(), List.copyOf(seen.troubles()));
            everythingIsJudgedOnce(roll, new TreeSet<>(seen.taken()));
            assertTrue(seen.reopened().get() > 0, "streams broke off, and were opened again");
        }
    }

    private static void ends(ServerProcess academy) throws Exception {
        academy.signal("TERM");
        assertEquals(ENDED_BY_SIGTERM, academy.exit(), academy::saidSoFar);
    }

    private static void everythingIsJudgedOnce(Roll roll, Set<String> taken) {
        assertEquals(taken, ids(roll, "select id::text from version"));
        assertEquals(
                taken,
                ids(
                        roll,
                        "select version::text from judging where state = 'done' and verdict = 'passed'"));
        assertEquals(Set.of(), ids(roll, "select task_instance from scheduled_tasks"));
        assertEquals(2, ids(roll, "select distinct report ->> 'labDigest' from judging").size());
    }

    private static Set<String> ids(Roll roll, String sql) {
        return new TreeSet<>(roll.db().sql(sql).query(String.class).list());
    }

    /// The course with a lab of which verdicts are others'.
    private static Path changed(Path course, Path to) throws IOException {
        for (var part : List.of("labs", "misconceptions.yaml", "coverage.yaml", "graded.yaml")) {
            try (var files = Files.walk(course.resolve(part))) {
                for (var file : files.toList()) {
                    var copy = to.resolve(course.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        Files.writeString(
                to.resolve("labs").resolve(Rush.LAB).resolve("lab.yaml"),
                "limits: {memory: 300}\n",
                StandardOpenOption.APPEND);
        return to;
    }
}
