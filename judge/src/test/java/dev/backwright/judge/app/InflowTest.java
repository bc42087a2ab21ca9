package dev.backwright.judge.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InflowTest {

    private static final long SOON = Duration.ofSeconds(5).toNanos();

    @Test
    void aByteHasTheTimeAtWhichItCameNotThatAtWhichItIsRead() throws Exception {
        try (var source = new PipedInputStream();
                var sink = new PipedOutputStream(source)) {
            Inflow inflow = Inflow.of(source);
            sink.write("ab".getBytes(US_ASCII));
            sink.flush();
            assertTrue(inflow.hasNews(SOON));
            long between = System.nanoTime();
            sink.write('c');
            sink.flush();
            assertEquals('a', inflow.read());
            assertTrue(inflow.arrivedNanos() <= between);
            assertEquals('b', inflow.read());
            assertEquals('c', inflow.read());
            assertTrue(inflow.arrivedNanos() >= between);
        }
    }

    @Test
    void whoWaitsForAMomentOnlyIsLetGoAndCanReadOn() throws Exception {
        try (var source = new PipedInputStream();
                var sink = new PipedOutputStream(source)) {
            Inflow inflow = Inflow.of(source);
            var view = inflow.until(System.nanoTime() + Duration.ofMillis(20).toNanos());
            assertThrows(SocketTimeoutException.class, view::read);
            assertFalse(inflow.isOver());
            sink.write('a');
            sink.flush();
            assertEquals('a', inflow.read());
        }
    }
}
