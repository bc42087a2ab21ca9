package dev.backwright.cli.doctor;

import dev.backwright.cli.shown.Plain;
import java.nio.file.Path;
import java.util.List;

/// Looks at everything labs need, in the order in which it is needed.
public final class Doctor {

    private final List<Probe> probes;

    /// @param trial what came of opening a sandbox here
    public Doctor(Path toolbox, Path home, Trial trial) {
        this.probes =
                List.of(
                        new JavaProbe(),
                        new NodeProbe(toolbox),
                        new PackagesProbe(toolbox),
                        new IsolationProbe(trial),
                        new LimitsProbe(trial),
                        new PostgresProbe(),
                        MySqlProbe.here(),
                        new MongoProbe(),
                        new RedisProbe(),
                        new HomeProbe(home),
                        new PortProbe(PortProbe.USUAL));
    }

    public List<Finding> look() {
        return probes.stream().map(Probe::look).toList();
    }

    /// Whether labs can be judged here.
    public static boolean canWork(List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.state() == Finding.State.MISSING);
    }

    /// One line each, and below it what to do.
    public static String text(List<Finding> findings) {
        int names = findings.stream().mapToInt(f -> f.what().length()).max().orElse(0);
        var text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(
                    " %-9s  %s  %s\n"
                            .formatted(
                                    finding.state().shown(),
                                    finding.what() + " ".repeat(names - finding.what().length()),
                                    Plain.line(finding.seen())));
            if (finding.advice() != null) {
                text.append(" ".repeat(names + 14))
                        .append("→ ")
                        .append(Plain.line(finding.advice()))
                        .append('\n');
            }
        }
        return text.toString();
    }
}
