package dev.backwright.academy;

import dev.backwright.academy.platform.Arguments;
import dev.backwright.academy.platform.Places;
import dev.backwright.academy.platform.Premises;
import dev.backwright.academy.submissions.Retries;
import dev.backwright.judge.Judge;
import dev.backwright.judge.JudgeSettings;
import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;

/// The academy as a learner has it: its own PostgreSQL in a home folder, the real judge, Node and the course.
public final class RealAcademy implements AutoCloseable {

    public static final Path COURSE = FakeJudge.COURSE;
    static final Path TOOLBOX = Path.of("..", "toolbox").toAbsolutePath().normalize();

    private final Premises premises;
    private final ConfigurableApplicationContext context;

    private RealAcademy(Premises premises) {
        this.premises = premises;
        this.context = Backwright.serve(premises, RealAcademy::judge, Retries.STANDARD);
    }

    public static RealAcademy at(Path home) {
        var places = new Places(COURSE, TOOLBOX, home, null);
        return new RealAcademy(Premises.open(places, Arguments.of("--port", "0")));
    }

    /// Only the isolation that counts: where bubblewrap is missing this says so.
    private static Judge judge(Places places) {
        return Judge.open(
                JudgeSettings.of(places.course(), places.toolbox(), places.home())
                        .withIsolation("namespaces"));
    }

    /// What a person opens.
    public String door() {
        return premises.solo().door();
    }

    public String url() {
        return premises.solo().url();
    }

    @Override
    public void close() {
        context.close();
    }
}
