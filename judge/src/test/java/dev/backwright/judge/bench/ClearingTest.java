package dev.backwright.judge.bench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClearingTest {

    /// Something to be ended.
    private static final class Thing implements AutoCloseable {
        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        public void close() {
            ended.countDown();
        }

        boolean hasEnded() {
            return ended.getCount() == 0;
        }

        boolean ends() throws InterruptedException {
            return ended.await(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatIsLeftAloneEndsWhenTheLastWorkDoes() throws Exception {
        var thing = new Thing();
        try (var clearing = new Clearing(2)) {
            var first = clearing.work();
            var second = clearing.work();
            clearing.endLater(thing);
            first.close();
            assertFalse(thing.hasEnded());
            second.close();
            assertTrue(thing.ends());
        }
    }

    @Test
    void whatIsTooManyEndsAtOnce() throws Exception {
        var few = new Thing();
        var tooMany = new Thing();
        try (var clearing = new Clearing(1);
                var _ = clearing.work()) {
            clearing.endLater(few);
            clearing.endLater(tooMany);
            assertTrue(tooMany.ends());
            assertFalse(few.hasEnded());
        }
    }

    @Test
    void nothingIsLeftAloneWhereNobodyWorks() throws Exception {
        var thing = new Thing();
        try (var clearing = new Clearing(1)) {
            clearing.endLater(thing);
            assertTrue(thing.ends());
        }
    }

    @Test
    void closingWaitsForWhatWasLeftAlone() {
        var thing = new Thing();
        var clearing = new Clearing(1);
        clearing.work();
        clearing.endLater(thing);
        clearing.close();
        assertTrue(thing.hasEnded());
    }
}
