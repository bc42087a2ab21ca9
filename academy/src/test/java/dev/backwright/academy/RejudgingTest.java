package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.cohorts.TermBook;
import dev.backwright.academy.progress.LabStanding.State;
import dev.backwright.academy.submissions.Rejudgings;
import dev.backwright.academy.submissions.Submissions;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.Submission;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A lab was mended, and what people handed in last is judged again.
final class RejudgingTest {

    @TempDir Path home;

    @SuppressWarnings("NullAway.Init")
    private OpenAcademy academy;

    /// What has not passed even now.
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore goOn = new Semaphore(1_000);

    @BeforeEach
    void open() {
        academy = OpenAcademy.forMany(home, new FakeJudge(this::outcome));
    }

    @AfterEach
    void close() {
        goOn.release(1000);
        academy.close();
    }

    private Outcome outcome(Submission submission) {
        order.add(submission.id());
        goOn.acquireUninterruptibly();
        return failing.contains(submission.id()) ? Outcome.FAILED : Outcome.PASSED;
    }

    private Lab closures() {
        return academy.bean(Catalog.class).lab(CohortsTest.CLOSURES);
    }

    /// An attempt by the lab as it was.
    private String attempt(Account whose, Collection<String> fails, int lease) {
        new SampleAttempt(closures(), whose.person(), Instant.now(), fails, lease).store(db());
        return db().sql("select id from version where person = ? order by number desc limit 1")
                .param(whose.person())
                .query(UUID.class)
                .single()
                .toString();
    }

    private JdbcClient db() {
        return academy.bean(JdbcClient.class);
    }

    private static String begin(LedCohort led) throws Exception {
        var begun = led.ask("/rejudgings", Map.of("lab", "javascript/closures"));
        assertEquals(303, begun.statusCode(), begun.body());
        return begun.headers().firstValue("Location").orElseThrow();
    }

    private static Rejudgings.Run run(OpenAcademy academy, LedCohort led) {
        return academy.bean(Rejudgings.class).of(led.id()).getFirst();
    }

    private static void awaitDone(OpenAcademy academy, LedCohort led, int done)
            throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (run(academy, led).done() >= done) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not done: " + run(academy, led));
    }

    private int attempts(Account whose) {
        return academy.bean(TermBook.class)
                .terms(whose.learner(), CohortsTest.CLOSURES)
                .done()
                .attempts();
    }

    @Test
    void whatIsFoundNowHoldsAndTakesNoPassAway() throws Exception {
        var led = LedCohort.fresh(academy);
        var all = closures().checks().keySet();
        led.ask(
                "/deadlines",
                Map.of(
                        "from",
                        "javascript/closures",
                        "to",
                        "javascript/closures",
                        "attempts",
                        "3"));
        var wronged = led.learner("Wronged");
        var mended = attempt(wronged, all, 1);
        var passed = led.learner("Passed");
        var pass = attempt(passed, List.of(), 1);
        var unjudged = led.learner("Unjudged");
        var never = attempt(unjudged, all, 1);
        db().sql("update judging set verdict = 'unjudged' where version = ?::uuid")
                .param(never)
                .update();
        var brought = led.learner("Brought");
        attempt(brought, List.of(), 0);
        failing.addAll(List.of(pass, never));
        assertEquals(State.BEGUN, led.place(brought).state());
        assertEquals(0, attempts(unjudged));
        var page = begin(led);
        awaitDone(academy, led, 4);
        assertEquals(State.PASSED_CLEAN, led.place(wronged).state());
        assertEquals(State.PASSED_CLEAN, led.place(passed).state());
        assertEquals(State.PASSED_CLEAN, led.place(brought).state(), "it was found here, too");
        assertEquals(State.BEGUN, led.place(unjudged).state());
        assertEquals(0, attempts(unjudged), "nobody's attempts are spent");
        assertEquals(0, attempts(brought));
        var digest = closures().digest().substring(0, 8);
        var shown = led.leader().get(page.replaceFirst("^https?://[^/]+", "")).body();
        assertTrue(shown.contains("4 of 4 done"), shown);
        assertTrue(shown.contains("the pass stands"), shown);
        assertTrue(shown.contains(">" + digest + "<"), shown);
        var version = led.leader().get("/submissions/" + mended).body();
        assertTrue(version.contains("Judged again") && version.contains("unknown"), version);
        var nothing = led.ask("/rejudgings", Map.of("lab", "javascript/scope"));
        assertEquals(409, nothing.statusCode());
        assertTrue(nothing.body().contains("There is nothing to judge again"), nothing.body());
    }

    @Test
    void itWaitsBehindWhatIsHandedInAndCanBeStopped() throws Exception {
        var led = LedCohort.fresh(academy);
        for (int i = 0; i < 8; i++) {
            attempt(led.learner("Person " + i), closures().checks().keySet(), 1);
        }
        goOn.drainPermits();
        begin(led);
        var again = led.ask("/rejudgings", Map.of("lab", "javascript/closures"));
        assertEquals(409, again.statusCode(), "one at a time");
        while (order.isEmpty()) {
            Thread.sleep(20);
        }
        var mine =
                academy.bean(Submissions.class)
                        .handIn(
                                led.learner("Hasty").learner(),
                                closures(),
                                new FileTree(new TreeMap<>()));
        while (!order.contains(mine.id().toString())) {
            goOn.release();
            Thread.sleep(100);
        }
        int begun = order.size();
        assertTrue(begun < 8, "it is not the last: " + begun);
        var run = run(academy, led);
        led.ask("/rejudgings/" + run.id() + "/stop", Map.of());
        goOn.release(100);
        awaitDone(academy, led, begun - 1);
        Thread.sleep(Duration.ofMillis(300));
        assertTrue(order.size() < 9, "what was not begun is left as it was");
        assertFalse(run(academy, led).isActive());
        var page = led.leader().get(led.page() + "/rejudgings/" + run.id()).body();
        assertTrue(page.contains(", stopped") && page.contains("not any more"), page);
        begin(led);
        awaitDone(academy, led, 8 - (begun - 1));
    }

    @Test
    void itGoesOnAfterACrash() throws Exception {
        var led = LedCohort.fresh(academy);
        for (int i = 0; i < 4; i++) {
            attempt(led.learner("Person " + i), closures().checks().keySet(), 1);
        }
        goOn.drainPermits();
        begin(led);
        while (order.isEmpty()) {
            Thread.sleep(20);
        }
        var places = academy.premises().places();
        academy.close();
        goOn.release(1000);
        academy = OpenAcademy.at(places, new FakeJudge(it -> Outcome.PASSED));
        awaitDone(academy, led, 4);
        assertFalse(run(academy, led).isActive());
    }
}
