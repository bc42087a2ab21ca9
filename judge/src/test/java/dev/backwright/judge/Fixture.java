package dev.backwright.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A real judge over the test course, with a home of its own that is gone afterwards.
final class Fixture implements AutoCloseable {

    static final Path COURSE = Path.of("src/test/resources/course").toAbsolutePath();
    static final Path TOOLBOX = Path.of("../toolbox").toAbsolutePath().normalize();

    private final Path home;
    final Labs labs = Labs.load(COURSE);
    final Judge judge;

    Fixture() {
        this(settings -> settings);
    }

    /// @param with what is to be other than usual
    Fixture(UnaryOperator<JudgeSettings> with) {
        try {
            home = Files.createTempDirectory("backwright-judge");
            // as root, learners' processes run as another user, who has to get here
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        judge =
                Judge.open(
                        with.apply(
                                JudgeSettings.of(COURSE, TOOLBOX, home).withIsolation("process")));
    }

    Lab lab(String id) {
        return labs.find(LabId.of(id)).orElseThrow();
    }

    Report judged(String lab, FileTree files) {
        return judge.judge(new Submission("s1", LabId.of(lab), files, 7, 1), Progress.NONE);
    }

    /// A submission of one file.
    Report judged(String lab, String file, String text) {
        return judged(lab, files(Map.of(file, text)));
    }

    static FileTree files(Map<String, String> texts) {
        var files = new TreeMap<String, byte[]>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return new FileTree(files);
    }

    static Report.CheckResult check(Report report, String id) {
        return report.checks().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    static List<String> outcomes(Report report) {
        return report.checks().stream().map(c -> c.id() + " " + c.outcome()).toList();
    }

    @Override
    public void close() {
        judge.close();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
