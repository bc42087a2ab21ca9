package dev.backwright.judge;

import com.sun.management.OperatingSystemMXBean;
import dev.backwright.judge.bench.Pace;
import dev.backwright.sandbox.People;
import dev.backwright.sandbox.SandboxException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a judge needs to know of its surroundings; immutable:
/// `JudgeSettings.of(course, toolbox, home).withReady(0)`.
///
/// @param course the course's folder, with `labs/` in it
/// @param toolbox Node, npm and the course's packages
/// @param home where data and temporary files of runs may lie
/// @param isolation `namespaces` or `process` to force one; `null` for the strongest that works here
/// @param people whose programs are judged
/// @param ready how many sandboxes are kept started ahead of what is handed in; 0 for none
/// @param pace by how much limits of time grow; `null` to measure how fast this machine is
public record JudgeSettings(
        Path course,
        Path toolbox,
        Path home,
        @Nullable String isolation,
        People people,
        int ready,
        @Nullable Pace pace) {

    private static final int MOST_READY = 16;

    /// What one waiting sandbox may take up, bytes: Node, its packages, a relay.
    private static final long ROOM_FOR_ONE = 128L << 20;

    /// The share of the machine's memory that may be given to waiting.
    private static final int SHARE = 8;

    public JudgeSettings {
        if (isolation != null && !isolation.equals("namespaces") && !isolation.equals("process")) {
            throw new IllegalArgumentException(
                    "isolation is namespaces or process, got " + isolation);
        }
    }

    public static JudgeSettings of(Path course, Path toolbox, Path home) {
        return new JudgeSettings(course, toolbox, home, null, People.ONESELF, readyHere(), null);
    }

    public JudgeSettings withIsolation(@Nullable String name) {
        return new JudgeSettings(course, toolbox, home, name, people, ready, pace);
    }

    public JudgeSettings withPeople(People whose) {
        return new JudgeSettings(course, toolbox, home, isolation, whose, ready, pace);
    }

    /// Other people's programs: none is run as a plain process.
    public JudgeSettings forOthers() {
        return withPeople(People.OTHERS);
    }

    /// For whom this process was told to judge, by `backwright.people` and `backwright.accept-weak-isolation`.
    public JudgeSettings asThisProcessWasTold() {
        try {
            return withPeople(People.ofThisProcess());
        } catch (SandboxException e) {
            throw new JudgeException(String.valueOf(e.getMessage()), e);
        }
    }

    public JudgeSettings withReady(int count) {
        return new JudgeSettings(course, toolbox, home, isolation, people, count, pace);
    }

    public JudgeSettings withPace(Pace known) {
        return new JudgeSettings(course, toolbox, home, isolation, people, ready, known);
    }

    /// As many as an eighth of the memory holds, 16 at most.
    private static int readyHere() {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return (int) Math.min(MOST_READY, machine.getTotalMemorySize() / SHARE / ROOM_FOR_ONE);
    }
}
