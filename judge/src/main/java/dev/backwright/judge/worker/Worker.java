package dev.backwright.judge.worker;

import dev.backwright.judge.FileTree;
import dev.backwright.judge.Judge;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Labs;
import dev.backwright.judge.Report;
import dev.backwright.judge.Unjudged;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.json.JsonMapper;

/// Takes jobs while it has places free, judges them, writes what came of it.
///
/// ```text
///   pull ──► take ──► a thread for each job: files ─► judge ─► report
///   beat ──► says every two seconds that it lives and what it works on
/// ```
final class Worker implements AutoCloseable {

    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);
    private static final Duration BETWEEN_WRITES = Duration.ofMillis(500);
    private static final int WRITES = 240;

    private final Setup setup;
    private final Judge judge;
    private final Labs labs;
    private final Desk desk;
    private final Semaphore places;
    private final Map<UUID, Job> jobs = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile boolean closing;

    Worker(Setup setup, Judge judge, Labs labs, Desk desk) {
        this.setup = setup;
        this.judge = judge;
        this.labs = labs;
        this.desk = desk;
        this.places = new Semaphore(setup.places());
    }

    /// Works until it is closed by another thread.
    void work(Bell bell) throws InterruptedException {
        var digests = digests();
        var about = about(digests);
        threads.execute(() -> beat(about));
        while (!closing) {
            places.acquire();
            if (!begin(digests)) {
                places.release();
                bell.await();
            }
        }
    }

    private String digests() {
        var digests = new TreeMap<String, String>();
        for (Lab lab : labs.all()) {
            digests.put(lab.id().toString(), lab.digest());
        }
        return JsonMapper.shared().writeValueAsString(digests);
    }

    private String about(String digests) {
        return "{\"version\":%s,\"places\":%d,\"labs\":%s}"
                .formatted(
                        JsonMapper.shared().writeValueAsString(judge.machine().judge()),
                        setup.places(),
                        digests);
    }

    /// @return whether there was something to take
    private boolean begin(String digests) {
        if (closing || judge.hindrance().isPresent()) {
            return false;
        }
        try {
            var job = desk.take(setup.name(), digests);
            job.ifPresent(this::begin);
            isThere();
            return job.isPresent();
        } catch (SQLException e) {
            isAway(e);
            return false;
        }
    }

    private void begin(Job job) {
        jobs.put(job.id(), job);
        threads.execute(() -> {
            try {
                finish(job);
            } finally {
                jobs.remove(job.id(), job);
                places.release();
            }
        });
    }

    private void finish(Job job) {
        FileTree files;
        try {
            files = desk.files(job);
        } catch (SQLException e) {
            isAway(e);
            return; // it is taken over as soon as its heartbeat is missed
        }
        finish(job, judged(job, files).withQueued(job.waited()));
    }

    private void finish(Job job, Report report) {
        boolean ours = report.verdict() != Report.Verdict.PASSED;
        if (ours && (closing || judge.hindrance().isPresent())) {
            written(() -> desk.giveBack(job)); // nobody knows whose fault it is
            return;
        }
        if (report.incident() != null) {
            Log.warn(
                    "Incident %s: submission %s of %s could not be judged (try %d): %s"
                            .formatted(
                                    report.incident(),
                                    job.id(),
                                    job.lab(),
                                    job.inVain() + 1,
                                    String.join(" ", report.ourFaults())));
        }
        written(() -> {
            if (desk.report(job, report) == Desk.Fate.REFUSED) {
                Log.warn(
                        "A late result for submission %s was refused: another judge has it."
                                .formatted(job.id()));
            }
        });
    }

    private Report judged(Job job, FileTree files) {
        var submission = job.submission(files);
        try {
            return judge.judge(submission, new Telling(desk, job));
        } catch (RuntimeException e) {
            return Unjudged.byOurFault(submission, labs.find(job.lab()).orElseThrow(), e);
        }
    }

    private interface Writing {
        void write() throws SQLException;
    }

    /// A database that is away is waited for: to judge once more would take longer.
    private void written(Writing writing) {
        for (int tries = 1; tries <= WRITES; tries++) {
            try {
                writing.write();
                isThere();
                return;
            } catch (SQLException e) {
                if (!Desk.isAway(e)) {
                    Log.warn("What was found cannot be written: " + e.getMessage());
                    return;
                }
                isAway(e);
                if (closing || !paused(BETWEEN_WRITES)) {
                    return; // another judge takes it over when its heartbeat is missed
                }
            }
        }
    }

    private void beat(String about) {
        do {
            try {
                desk.beat(setup.name(), about, judge.hindrance().orElse(null), jobs.keySet());
                isThere();
            } catch (SQLException e) {
                isAway(e);
            }
        } while (paused(BEAT) && !closing);
    }

    private void isAway(SQLException e) {
        if (!away.getAndSet(true)) {
            Log.warn(
                    "The database does not answer, and is tried again: %s"
                            .formatted(e.getMessage()));
        }
    }

    private void isThere() {
        if (away.getAndSet(false)) {
            Log.warn("The database answers again.");
        }
    }

    private static boolean paused(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Takes nothing more, lets what is nearly done come to its end, and hands the rest back.
    @Override
    public void close() {
        closing = true;
        long end = System.nanoTime() + LAST_WORDS.toNanos();
        while (!jobs.isEmpty() && System.nanoTime() < end && paused(Duration.ofMillis(20))) {
            // they end by themselves
        }
        try {
            for (Job job : jobs.values()) {
                desk.giveBack(job);
            }
            desk.leave(setup.name());
        } catch (SQLException e) {
            Log.warn("The database does not answer; another judge takes over what this one had.");
        }
        judge.close();
        threads.shutdownNow();
        if (!awaited()) {
            Log.warn("Some of its threads did not end.");
        }
        desk.close();
    }

    private boolean awaited() {
        try {
            return threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
