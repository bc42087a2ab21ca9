package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.web.guard.Rights;
import dev.backwright.academy.web.guard.Rights.Right;
import dev.backwright.judge.Report.Outcome;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An academy for many: what is another's is answered as what there is not, by every route that names something. The rows come from
/// the table of rights; a route that is added is asked as well.
final class ForeignObjectsTest {

    /// The same code answers a learner alone: [EveryRouteTest] asks these.
    private static final List<String> ASKED_ELSEWHERE = List.of("/api/predictions/", "/api/runs/");

    /// What they name is of the course, or of nobody.
    private static final Set<String> NO_OBJECTS = Set.of("{step}", "{name}", "{key}", "{provider}");

    /// Says that it is done whatever it is given: what it names is gone either way.
    private static final Set<String> DONE_EITHER_WAY =
            Set.of("POST /me/tokens/{id}/revoke", "POST /me/badges/{id}/withdraw");

    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("name", "Taken"),
                    Map.entry("zone", "Asia/Tokyo"),
                    Map.entry("seats", "1"),
                    Map.entry("from", "javascript/closures"),
                    Map.entry("to", "javascript/closures"),
                    Map.entry("day", "2030-01-01"),
                    Map.entry("lab", "javascript/closures"),
                    Map.entry("path", "a.js"),
                    Map.entry("line", "1"),
                    Map.entry("text", "Mine now."));

    @TempDir static Path home;

    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        academy = OpenAcademy.forMany(home, new FakeJudge(it -> Outcome.PASSED));
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    @Test
    void whatIsAnothersIsAnsweredAsWhatThereIsNot() throws Exception {
        var theirs = Belongings.of(academy);
        var before = theirs.whole();
        try (var stranger = Member.joined(academy, Role.INSTRUCTOR)) {
            var rows = rows();
            assertTrue(rows.size() > 25, rows.toString());
            for (var row : rows) {
                var what = row.method() + " " + row.path();
                var mine = answer(stranger, row, theirs.path(row.path()));
                assertEquals(answer(stranger, row, Belongings.nowhere(row.path())), mine, what);
                assertTrue(mine.startsWith("404") || DONE_EITHER_WAY.contains(what), what + mine);
            }
        }
        assertEquals(before, theirs.whole());
    }

    @Test
    void whoseItIsTheyAreAnswered() throws Exception {
        var theirs = Belongings.of(academy);
        var leader = theirs.handed().led().leader();
        for (var path :
                List.of(
                        "/cohorts/{id}",
                        "/cohorts/{id}/grades.csv",
                        "/cohorts/{id}/rejudgings/{run}",
                        "/api/cohorts/{id}",
                        "/submissions/{id}",
                        "/submissions/{id}/reports/{digest}")) {
            assertEquals(200, leader.get(theirs.path(path)).statusCode(), path);
        }
    }

    @Test
    void aRunIsOfItsOwnCohortAlone() throws Exception {
        var one = Belongings.of(academy);
        var leader = one.handed().led().leader();
        var other = LedCohort.of(academy, leader);
        var run = one.path("/rejudgings/{run}");
        assertEquals(200, leader.get(one.handed().led().page() + run).statusCode());
        assertEquals(404, leader.get(other.page() + run).statusCode());
        assertEquals(404, other.ask(run + "/stop", Map.of()).statusCode());
    }

    private static List<Right> rows() {
        return Rights.ALL.stream()
                .filter(it -> it.least() == Role.LEARNER || it.least() == Role.INSTRUCTOR)
                .filter(it -> namesSomething(it.path()))
                .toList();
    }

    private static boolean namesSomething(String path) {
        if (ASKED_ELSEWHERE.stream().anyMatch(path::startsWith)) {
            return false;
        }
        var left = path;
        for (var known : NO_OBJECTS) {
            left = left.replace(known, "");
        }
        return left.contains("{");
    }

    /// Status, and where it leads.
    private static String answer(Member by, Right row, String path) throws Exception {
        if (row.method().equals("POST") && !path.startsWith("/api/")) {
            var fields = new HashMap<>(FIELDS);
            fields.put("person", by.account().person().toString());
            var sent = by.send("/me", path, fields);
            return sent.statusCode() + " " + sent.headers().firstValue("Location").orElse("");
        }
        return by.ask(row.method(), path);
    }
}
