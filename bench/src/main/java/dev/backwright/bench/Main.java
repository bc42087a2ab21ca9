package dev.backwright.bench;

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

/// `bench verdicts N PAUSE LAB…`, `bench beside N`, `bench throughput SECONDS [JUDGES]`, `bench chaos N [KILLS]`: what `measure.sh`
/// hands on.
final class Main {

    private static final Path COURSE = folder("course", "course");
    private static final Path TOOLBOX = folder("toolbox", "toolbox");
    private static final Path CHECKOUT = COURSE.resolve("..").normalize();
    private static final Path ACADEMY =
            Path.of(System.getProperty("bench.academy", "")).toAbsolutePath();
    private static final Path HOME = folder("home", "target/bench");

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
        var settings = JudgeSettings.of(COURSE, TOOLBOX, HOME);
        if (Boolean.getBoolean("bench.cold")) {
            settings = settings.withReady(0);
        }
        try (Judge judge = Judge.open(settings)) {
            new Main(judge).measure(List.of(words));
        }
    }

    private void measure(List<String> words) throws IOException, InterruptedException {
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
            default -> throw new IllegalArgumentException("no such measurement: " + words);
        }
    }

    private Solution solution(String lab) {
        return Solution.of(
                judge,
                labs.find(LabId.of(lab))
                        .orElseThrow(() -> new IllegalArgumentException("no such lab: " + lab)));
    }
}
