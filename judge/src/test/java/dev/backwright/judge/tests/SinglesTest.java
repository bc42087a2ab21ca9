package dev.backwright.judge.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Unmet;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SinglesTest {

    private static final Singles SINGLES = new Singles(Duration.ofSeconds(60));
    private static final Singles SHORT = new Singles(Duration.ofSeconds(1));

    private static FileRan ran(String file, int exit) {
        return new FileRan(
                file, List.of(), "", "", exit, "", List.of(), new Evidence.Console("", "", "", ""));
    }

    private static FileRan never() throws InterruptedException {
        Thread.sleep(Duration.ofMinutes(5));
        throw new AssertionError("nobody waits that long");
    }

    @Test
    void ofManyFortyAreRunFromTheFirstToTheLastAndToldInThatOrder() {
        List<Callable<FileRan>> many =
                IntStream.range(0, 600)
                        .<Callable<FileRan>>mapToObj(i -> () -> ran("" + i, 0))
                        .toList();
        List<String> names = SINGLES.run(many).files().stream().map(FileRan::file).toList();
        assertEquals(40, names.size());
        assertEquals("0", names.getFirst());
        assertEquals("599", names.getLast());
        assertEquals(List.of(), SINGLES.run(List.of()).files());
        assertEquals(1, SINGLES.run(many.subList(0, 1)).files().size());
    }

    @Test
    void twoRunAtATime() {
        var both = new CyclicBarrier(2);
        Callable<FileRan> waits =
                () -> {
                    both.await();
                    return ran("a", 0);
                };
        assertEquals(4, SINGLES.run(Collections.nCopies(4, waits)).files().size());
    }

    @Test
    void howManyWereDoneIsToldWhereNotAllAre() {
        List<Callable<FileRan>> tests =
                List.of(() -> ran("a", 0), SinglesTest::never, SinglesTest::never);
        String message =
                String.valueOf(assertThrows(Unmet.class, () -> SHORT.run(tests)).getMessage());
        assertTrue(
                message.contains("of 3 such runs 1 were done after 1 s, and these went well"),
                message);
    }

    @Test
    void whatWentWrongInTimeIsToldAndNotThatTimeIsOver() {
        List<Callable<FileRan>> tests =
                List.of(SinglesTest::never, () -> ran("a", 0), () -> ran("b", 1));
        var names = SHORT.run(tests).files().stream().map(FileRan::file).toList();
        assertEquals(List.of("a", "b"), names);
    }
}
