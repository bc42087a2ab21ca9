package dev.backwright.judge.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

    @Test
    void whatTakesInStopsWhenNobodyReadsOnAlsoWhereItWaitsForRoom() throws Exception {
        var taking = new CompletableFuture<Thread>();
        Inflow inflow =
                Inflow.of(
                        new InputStream() {
                            @Override
                            public int read() {
                                return 'x';
                            }

                            @Override
                            public int read(byte[] bytes, int offset, int length) {
                                taking.complete(Thread.currentThread());
                                Arrays.fill(bytes, offset, offset + length, (byte) 'x');
                                return length;
                            }
                        });
        Thread thread = taking.get(5, TimeUnit.SECONDS);
        assertFalse(thread.join(Duration.ofMillis(100)));
        inflow.close();
        assertTrue(thread.join(Duration.ofSeconds(5)));
        assertEquals('x', inflow.read());
    }
}
