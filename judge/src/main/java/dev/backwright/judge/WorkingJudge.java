package dev.backwright.judge;

import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.Report.RanOn;
import dev.backwright.judge.app.Preloaded;
import dev.backwright.judge.bench.Bench;
import dev.backwright.judge.bench.Workshop;
import dev.backwright.judge.program.NodeProgram.Setup;
import dev.backwright.judge.service.Kind;
import dev.backwright.judge.tests.TestRuns;
import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.SandboxException;
import dev.backwright.sandbox.SandboxSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Judges with the machine it runs on.
final class WorkingJudge implements Judge {

    private static final int SCHEMA = 1;

    /// How many checks run at once, of all submissions.
    private static final int PLACES = Runtime.getRuntime().availableProcessors();

    private final Labs labs;
    private final Workshop workshop;
    private final Semaphore places = new Semaphore(PLACES, true);

    private WorkingJudge(Labs labs, Workshop workshop) {
        this.labs = labs;
        this.workshop = workshop;
    }

    static WorkingJudge open(JudgeSettings settings) {
        return new WorkingJudge(Labs.load(settings.course()), workshop(settings));
    }

    static Workshop workshop(JudgeSettings settings) {
        var sandbox =
                SandboxSettings.of(settings.toolbox(), settings.home().resolve("run"))
                        .withPeople(settings.people());
        String isolation = settings.isolation();
        try {
            return Workshop.open(
                    settings.home(),
                    isolation == null
                            ? sandbox
                            : sandbox.withKind(
                                    SandboxSettings.Kind.valueOf(
                                            isolation.toUpperCase(Locale.ROOT))),
                    settings.ready(),
                    settings.pace());
        } catch (SandboxException e) {
            throw new JudgeException(String.valueOf(e.getMessage()), e);
        }
    }

    static Bench bench(Workshop workshop, Lab lab, FileTree files, long seed) {
        var merged = lab.merge(files).files();
        Limits limits = workshop.pace().of(lab.sheet().limits());
        return new Bench(
                workshop,
                merged,
                limits,
                lab.sheet().needs(),
                Map.of(Kind.MONGO, lab.sheet().mongo()),
                lab.sheet().tls(),
                lab.data(),
                Preloaded.of(lab.starter().files()),
                new TestRuns(
                        merged,
                        lab.variants(),
                        workshop.pace().of(Setup.PATIENCE),
                        limits.wall().multipliedBy(3).dividedBy(4), // the rest is for other orders
                        flags -> workshop.waitingTests(limits, flags)),
                seed);
    }

    @Override
    public Report judge(Submission submission, Progress progress) {
        var stopwatch = new Stopwatch();
        progress.phase("prepare");
        Lab lab = lab(submission.lab());
        Bench bench =
                Phase.PREPARE.within(
                        workshop.pace(),
                        () -> bench(workshop, lab, submission.files(), submission.seed()));
        expect(lab, bench);
        try (var _ = workshop.work()) {
            return judge(submission, lab, bench, progress, stopwatch);
        }
    }

    private Report judge(
            Submission submission, Lab lab, Bench bench, Progress progress, Stopwatch stopwatch) {
        var sitting = new Sitting(bench, lab.checks(), progress, stopwatch);
        stopwatch.prepared();
        progress.phase("boot");
        List<String> troubles = check(lab, sitting);
        stopwatch.checked();
        progress.phase("report");
        return Phase.REPORT.within(
                workshop.pace(),
                () -> report(submission, lab, results(lab, sitting, troubles), stopwatch));
    }

    @Override
    public Optional<String> hindrance() {
        return workshop.shortage();
    }

    @Override
    public void expect(LabId id) {
        labs.find(id).ifPresent(lab -> expect(lab, bench(workshop, lab, lab.starter(), 1)));
    }

    @Override
    public int ready() {
        return workshop.ready();
    }

    private static void expect(Lab lab, Bench bench) {
        if (lab.sheet().kind() == Lab.Kind.PROGRAM) {
            bench.expectPrograms(lab.checks().size());
        } else if (lab.sheet().kind() == Lab.Kind.APP) {
            bench.expectServers(lab.checks().size());
        } else if (lab.sheet().kind() == Lab.Kind.TESTS) {
            bench.expectTests(1 + lab.variants().size());
        }
    }

    @Override
    public LiveRun run(Lab lab, FileTree files, Consumer<LiveRun.Event> listener) {
        return LiveRuns.start(workshop, lab, lab.merge(files).files(), listener);
    }

    @Override
    public LiveRun run(FileTree files, String main, Consumer<LiveRun.Event> listener) {
        return LiveRuns.program(workshop, files.files(), main, Limits.STANDARD, listener);
    }

    @Override
    public Machine machine() {
        return machine(workshop);
    }

    static Machine machine(Workshop workshop) {
        var isolation = workshop.isolation();
        return new Machine(
                Version.TEXT,
                workshop.node(),
                isolation.name(),
                workshop.limits(),
                isolation.warnings());
    }

    private Lab lab(LabId id) {
        return labs.find(id)
                .orElseThrow(() ->
                        new JudgeException(
                                "there is no lab %s; ./backwright labs lists them".formatted(id)));
    }

    private List<String> check(Lab lab, Sitting sitting) {
        try {
            return CheckRun.of(
                    CheckClass.of(lab.id()), lab.checks().keySet(), sitting, places, PLACES);
        } catch (JudgeException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /// In the lab's order; a check of which nothing was heard is our fault.
    private static List<CheckResult> results(Lab lab, Sitting sitting, List<String> troubles) {
        Map<String, CheckResult> heard = sitting.results();
        List<CheckResult> all = new ArrayList<>();
        lab.checks()
                .forEach((id, hints) -> {
                    CheckResult result = heard.remove(id);
                    all.add(result == null ? unheard(id, hints, troubles) : result);
                });
        all.addAll(heard.values());
        return all;
    }

    private static CheckResult unheard(String id, List<String> hints, List<String> troubles) {
        String message =
                troubles.isEmpty()
                        ? "hints.yaml names this check, but the lab's checks have none of that id"
                        : String.join("\n", troubles);
        return new CheckResult(
                id, id, Outcome.UNJUDGED, null, message, hints.size(), 0, false, List.of());
    }

    private Report report(
            Submission submission, Lab lab, List<CheckResult> checks, Stopwatch stopwatch) {
        var verdict = Report.Verdict.of(checks);
        return new Report(
                SCHEMA,
                submission.id(),
                lab.id().toString(),
                lab.digest(),
                Version.TEXT,
                submission.seed(),
                submission.attempt(),
                verdict,
                checks,
                stopwatch.phases(),
                new RanOn(
                        workshop.node(),
                        workshop.isolation().name(),
                        workshop.limits(),
                        workshop.versions(lab.sheet().needs())),
                Incident.of(verdict, checks));
    }

    @Override
    public void close() {
        workshop.close();
    }
}
