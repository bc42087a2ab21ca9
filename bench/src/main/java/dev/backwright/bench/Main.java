package dev.backwright.bench;

import dev.backwright.bench.accuracy.Page;
import dev.backwright.bench.accuracy.Stryker;
import dev.backwright.bench.chaos.Apart;
import dev.backwright.bench.chaos.Chaos;
import dev.backwright.judge.Judge;
import dev.backwright.judge.JudgeSettings;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Labs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// `bench accuracy [LAB…]`, `bench recordings N`, `bench verdicts N PAUSE LAB…`, `bench beside N`, `bench throughput SECONDS [JUDGES]`, `bench repeats N LAB…`, `bench chaos N [KILLS]`:
/// what `measure.sh` hands on.
final class Main {

    private static final Path COURSE = folder("course", "course");
    private static final Path TOOLBOX = folder("toolbox", "toolbox");
    private static final Path CHECKOUT = COURSE.resolve("..").normalize();
    private static final Path ACADEMY =
            Path.of(System.getProperty("bench.academy", "")).toAbsolutePath();
    private static final Path HOME = folder("home", "target/bench");

    /// What the process ends with when a verdict was another than before.
    private static final int CHANGED = 1;

    /// What the process ends with when a lab's checks let too much through.
    private static final int INACCURATE = 1;

    private final Judge judge;
    private final Labs labs;

    private Main(Judge judge) {
        this.judge = judge;
        this.labs = Labs.load(COURSE);
    }

    private static Path folder(String name, String otherwise) {
        return Path.of(System.getProperty("backwright." + name, otherwise)).toAbsolutePath();
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        if (words[0].equals("chaos")) {
            int count = Integer.parseInt(words[1]);
            int kills = words.length > 2 ? Integer.parseInt(words[2]) : Math.max(7, count / 6);
            System.exit(Chaos.run(CHECKOUT, ACADEMY, HOME, count, kills, System.out) ? 0 : 1);
        }
        if (words[0].equals("throughput") && words.length > 2) {
            Apart.run(
                    CHECKOUT,
                    ACADEMY,
                    HOME,
                    Duration.ofSeconds(Integer.parseInt(words[1])),
                    Integer.parseInt(words[2]),
                    System.out);
            return;
        }
        if (words[0].equals("recordings")) {
            var jar = Path.of(System.getProperty("bench.tracer", "")).toAbsolutePath();
            new Recordings(CHECKOUT.resolve("bench/src/recordings"), jar, System.out)
                    .measure(Integer.parseInt(words[1]));
            return;
        }
        var settings = JudgeSettings.of(COURSE, TOOLBOX, HOME);
        if (Boolean.getBoolean("bench.cold")) {
            settings = settings.withReady(0);
        }
        int code;
        try (Judge judge = Judge.open(settings)) {
            code = new Main(judge).measure(List.of(words));
        }
        if (code != 0) {
            System.exit(code);
        }
    }

    /// @return what the process is to end with
    private int measure(List<String> words) throws IOException, InterruptedException {
        if (words.getFirst().equals("accuracy")) {
            return accurate(wanted(words, 1)) ? 0 : INACCURATE;
        }
        int number = Integer.parseInt(words.get(1));
        switch (words.getFirst()) {
            case "verdicts" -> {
                var verdicts = new Verdicts(System.out);
                for (String lab : words.subList(3, words.size())) {
                    verdicts.of(solution(lab), number, Long.parseLong(words.get(2)));
                }
            }
            case "beside" -> {
                var beside = new Beside(TOOLBOX, HOME, System.out);
                beside.rivals(solution("javascript/closures"), number);
                beside.bare(solution("data/transactions"), number);
            }
            case "throughput" -> {
                var throughput = new Throughput(System.out);
                for (Lab lab : labs.all()) {
                    throughput.of(Solution.of(judge, lab), Duration.ofSeconds(number));
                }
            }
            case "repeats" -> {
                return repeats(words) ? 0 : CHANGED;
            }
            default -> throw new IllegalArgumentException("no such measurement: " + words);
        }
        return 0;
    }

    /// Whether no verdict differed.
    private boolean repeats(List<String> words) throws IOException, InterruptedException {
        List<Lab> wanted = wanted(words, 2);
        Path home = HOME.resolve("repeats");
        var ledger = Ledger.open(home.resolve("ledger.tsv"));
        try (var ending = Ending.of(Thread.currentThread());
                var _ = BusyProcesses.start(TOOLBOX)) {
            var repeats = new Repeats(judge, ledger, home.resolve("changed"), ending, System.out);
            return repeats.reach(
                    Integer.parseInt(words.get(1)),
                    wanted.stream().flatMap(lab -> Answer.of(lab).stream()).toList());
        }
    }

    /// Whether all labs are as good as labs have to be.
    private boolean accurate(List<Lab> wanted) throws IOException, InterruptedException {
        var order = labs.all().stream().map(lab -> lab.id().toString()).toList();
        var stryker = new Stryker(TOOLBOX.resolve("bin/node"), HOME.resolve("mutants"));
        var page = new Page(CHECKOUT.resolve("docs/accuracy.md"), order);
        var accuracy = new Accuracy(judge, stryker, page, HOME.resolve("sayings"), System.out);
        boolean good = true;
        for (Lab lab : wanted) {
            good &= accuracy.of(lab);
        }
        return good;
    }

    /// The labs named from that word on, or all.
    private List<Lab> wanted(List<String> words, int from) {
        return words.size() <= from
                ? labs.all()
                : words.subList(from, words.size()).stream().map(this::lab).toList();
    }

    private Lab lab(String id) {
        return labs.find(LabId.of(id))
                .orElseThrow(() -> new IllegalArgumentException("no such lab: " + id));
    }

    private Solution solution(String lab) {
        return Solution.of(judge, lab(lab));
    }
}
