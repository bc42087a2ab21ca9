package dev.backwright.academy.grading;

import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.Greeting;
import dev.backwright.academy.platform.Premises;
import dev.backwright.judge.Judge;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Machine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Holds the judge of this process: opened when the academy is ready or when first needed, and again after a failure.
@Component
public final class JudgeRoom implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JudgeRoom.class);

    private final JudgeOpener opener;
    private final Premises premises;
    private final Greeting greeting;
    private final PresentJudges others;
    private volatile @Nullable Machine machine;
    private volatile @Nullable Judge judge;
    private volatile @Nullable LabId expected;
    private volatile boolean closing;

    JudgeRoom(JudgeOpener opener, Premises premises, Greeting greeting, PresentJudges others) {
        this.opener = opener;
        this.premises = premises;
        this.greeting = greeting;
        this.others = others;
    }

    /// @throws dev.backwright.judge.JudgeException when this machine cannot judge
    synchronized Judge judge() {
        if (closing) {
            throw new IllegalStateException("the academy is closing");
        }
        requireHere();
        Judge open = judge;
        if (open == null) {
            open = Judge.renewed(() -> opener.open(premises.places()));
            machine = open.machine();
            judge = open;
            LabId lab = expected;
            if (lab != null) {
                open.expect(lab);
            }
        }
        return open;
    }

    /// @throws CannotAnswer where judges work apart, because this process then runs nobody's programs
    void requireHere() {
        if (!isHere()) {
            throw CannotAnswer.notNow(
                    "Nothing runs in this academy's own process: judges work apart. Check lets one of them look at it; to run or record it, use ./backwright run or ./backwright trace on your own machine.");
        }
    }

    /// Whether programs run in this academy's own process.
    boolean isHere() {
        return !others.areApart();
    }

    /// Somebody has this lab before them: its checks are prepared while they write. Returns at once, also while the judge
    /// still opens.
    void expect(LabId lab) {
        expected = lab;
        Judge open = judge;
        if (open != null && !closing) {
            open.expect(lab);
        }
    }

    /// What submissions run on; nothing before the judge has been opened.
    public Optional<Machine> machine() {
        return Optional.ofNullable(machine);
    }

    /// How many sandboxes stand ready here; not a number before the judge has been opened, and where judges work apart.
    public double sandboxes() {
        Judge open = judge;
        return open == null || closing ? Double.NaN : open.ready();
    }

    /// Why what is handed in now would wait, where judges work apart.
    public Optional<String> absence() {
        return others.absence();
    }

    /// What keeps this machine from judging just now.
    Optional<String> hindrance() {
        var room = premises.room();
        return (room.isShort()
                        ? Optional.of(room.says() + " Free some space there.")
                        : ofTheJudge())
                .map(why -> why + " It is judged by itself as soon as there is room.");
    }

    private Optional<String> ofTheJudge() {
        var open = judge;
        return open == null ? Optional.empty() : open.hindrance();
    }

    /// Whether the academy closes: what a judge says now is not about the submission.
    boolean isClosing() {
        return closing;
    }

    @EventListener(ContextClosedEvent.class)
    void closing() {
        closing = true;
    }

    /// Opens the judge beside the first page, so that the first verdict need not wait for it.
    @EventListener(ApplicationReadyEvent.class)
    void warm() {
        if (others.areApart()) {
            greeting.greet("judged by ./backwright judge, apart");
            return;
        }
        Thread.ofPlatform().daemon().name("judge-opening").start(this::tryOpening);
    }

    private void tryOpening() {
        try {
            greeting.greet(words(judge().machine()));
        } catch (RuntimeException e) {
            greeting.greet("nothing can be judged yet");
            LOG.error("Nothing can be judged yet: {}", e.getMessage());
        }
    }

    private static String words(Machine machine) {
        return "Node %s · isolated by %s"
                .formatted(machine.node().substring(1), machine.isolation());
    }

    @Override
    public synchronized void close() {
        closing = true;
        Judge open = judge;
        if (open != null) {
            open.close();
        }
    }
}
