package dev.backwright.bench;

import dev.backwright.judge.Judge;
import dev.backwright.judge.JudgeSettings;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Labs;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// `bench verdicts N PAUSE LAB…`
final class Main {

    private Main() {}

    public static void main(String[] words) throws InterruptedException {
        Path course = Path.of(System.getProperty("backwright.course", "course"));
        Path toolbox = Path.of(System.getProperty("backwright.toolbox", "toolbox"));
        Path home = Path.of(System.getProperty("backwright.home", "target/bench"));
        List<String> labs = Arrays.asList(words).subList(3, words.length);
        var settings = JudgeSettings.of(course, toolbox, home);
        if (Boolean.getBoolean("bench.cold")) {
            settings = settings.withReady(0);
        }
        try (Judge judge = Judge.open(settings)) {
            var verdicts = new Verdicts(judge, System.out);
            for (String lab : labs) {
                verdicts.of(
                        Labs.load(course).find(LabId.of(lab)).orElseThrow(),
                        Integer.parseInt(words[1]),
                        Long.parseLong(words[2]));
            }
        }
    }
}
