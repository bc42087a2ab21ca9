package dev.backwright.academy.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.submissions.Version;
import dev.backwright.judge.LabId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What a page is told at once, and what a moment later.
final class LateTest {

    private static final Version ONE = version();
    private static final Version OTHER = version();

    private final Late<LiveEvent> late = new Late<>(LiveEvent::canWait, LiveEvent::with);

    private static Version version() {
        return new Version(
                UUID.randomUUID(),
                new Learner(UUID.randomUUID()),
                LabId.of("javascript/closures"),
                1,
                Version.Kind.CHECKED,
                "",
                "",
                1,
                1,
                Instant.EPOCH);
    }

    @Test
    void aQuickVerdictIsToldOnce() {
        var written = new LiveEvent.Written(ONE, true);
        assertEquals(List.of(), late.due(new LiveEvent.Begun(ONE)));
        assertEquals(List.of(), late.due(new LiveEvent.Checked(ONE)));
        assertEquals(List.of(), late.due(new LiveEvent.Checked(ONE)));
        assertEquals(List.of(written), late.due(written));
        assertTrue(late.isEmpty());
    }

    @Test
    void aPhaseIsToldAtOnceAndWhatIsKeptWaits() {
        var phase = new LiveEvent.Phase(ONE, "boot");
        var begun = new LiveEvent.Begun(ONE);
        late.due(begun);
        assertEquals(List.of(phase), late.due(phase));
        assertEquals(List.of(begun), late.due(null));
    }

    @Test
    void aBeginningAndItsChecksAreToldTogether() {
        var begun = new LiveEvent.Begun(ONE);
        late.due(begun);
        late.due(new LiveEvent.Checked(ONE));
        assertEquals(List.of(begun), late.due(null), "the bar of the lab is in it, too");
        assertEquals(List.of(), late.due(null));
    }

    @Test
    void whatIsOfAnotherVersionIsNotToldByIt() {
        var one = new LiveEvent.Checked(ONE);
        var other = new LiveEvent.Checked(OTHER);
        var written = new LiveEvent.Written(ONE, true);
        late.due(one);
        assertEquals(List.of(one), late.due(other));
        assertEquals(List.of(written), late.due(written));
        assertEquals(List.of(other), late.due(null));
    }

    @Test
    void noStreamOfChecksKeepsThemBackForGood() throws Exception {
        late.due(new LiveEvent.Checked(ONE));
        Thread.sleep(200);
        assertEquals(0, late.patience());
        assertEquals(1, late.due(new LiveEvent.Checked(ONE)).size());
    }
}
