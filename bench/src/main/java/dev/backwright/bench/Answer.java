package dev.backwright.bench;

import dev.backwright.judge.FileTree;
import dev.backwright.judge.Lab;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/// One answer to a lab, as the lab's folder holds it, and what its author says becomes of it.
///
/// @param name `solution`, `alternatives/NAME` or `wrong/NAME`
/// @param fails ids of the checks it fails
/// @param blocks ids of the checks those block
record Answer(Lab lab, String name, FileTree files, Set<String> fails, Set<String> blocks) {

    /// All of a lab.
    static List<Answer> of(Lab lab) {
        List<Answer> all = new ArrayList<>();
        all.add(new Answer(lab, "solution", lab.solution(), Set.of(), Set.of()));
        lab.alternatives()
                .forEach((name, files) ->
                        all.add(
                                new Answer(
                                        lab, "alternatives/" + name, files, Set.of(), Set.of())));
        for (Lab.Wrong wrong : lab.wrongs()) {
            all.add(
                    new Answer(
                            lab,
                            "wrong/" + wrong.name(),
                            lab.files(wrong),
                            new HashSet<>(wrong.fails()),
                            new HashSet<>(wrong.blocks())));
        }
        return all;
    }

    /// Its name among all labs' answers.
    String key() {
        return lab.id() + " " + name;
    }

    /// Another one where the lab's checks, the answer or what it names has changed.
    String mark() {
        var sum = new CRC32();
        add(
                sum,
                lab.digest()
                        + fails.stream().sorted().toList()
                        + blocks.stream().sorted().toList());
        files.files()
                .forEach((path, bytes) -> {
                    add(sum, path);
                    sum.update(bytes);
                });
        return "%08x".formatted(sum.getValue());
    }

    private static void add(CRC32 sum, String text) {
        sum.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
