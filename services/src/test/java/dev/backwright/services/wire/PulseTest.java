package dev.backwright.services.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PulseTest {

    private long nanos;
    private boolean idle = true;
    private long locked;
    private final Pulse pulse = new Pulse(() -> idle, () -> locked, () -> nanos);

    private void pass(long millis) {
        nanos += millis * 1_000_000;
    }

    @Test
    void aWireRestsWhenNothingHasGoneOverItForLongEnough() {
        pass(299);
        assertTrue(pulse.untilRest(1) > 0);
        pass(1);
        assertEquals(0, pulse.untilRest(1));
    }

    @Test
    void itRestsSoonerWhereEverybodyMissingWaitsForALock() {
        locked = 2;
        pass(59);
        assertTrue(pulse.untilRest(2) > 0);
        pass(1);
        assertEquals(0, pulse.untilRest(2));
        assertTrue(pulse.untilRest(3) > 0, "one may still come");
    }

    @Test
    void itDoesNotRestWhileTheServerWorks() {
        locked = 1;
        idle = false;
        pass(1_000);
        assertTrue(pulse.untilRest(1) > 0);
    }

    @Test
    void itDoesNotRestWhileSomethingOfOursIsUnderWay() {
        locked = 1;
        var delay = pulse.busy();
        pass(1_000);
        assertTrue(pulse.untilRest(1) > 0);
        delay.close();
        assertTrue(pulse.untilRest(1) > 0, "it has only just arrived");
        pass(60);
        assertEquals(0, pulse.untilRest(1));
    }

    @Test
    void whateverGoesOverItBeginsTheRestAnew() {
        locked = 1;
        pass(60);
        pulse.beat();
        assertTrue(pulse.untilRest(1) > 0);
    }
}
