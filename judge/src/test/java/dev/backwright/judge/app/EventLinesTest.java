package dev.backwright.judge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Examples of the HTML Living Standard, section 9.2.6, and their neighbours.
class EventLinesTest {

    @Test
    void linesOfDataAreJoined() {
        assertEquals(
                List.of(new ServerEvent("message", "YHOO\n+2\n10", null, null)),
                events("data: YHOO\ndata: +2\ndata: 10\n\n"));
    }

    @Test
    void anIdStaysUntilAnotherIsSent() {
        assertEquals(
                List.of(
                        new ServerEvent("message", "first event", "1", null),
                        new ServerEvent("message", "second event", "", null),
                        new ServerEvent("message", " third event", "", null)),
                events(
                        """
                        : test stream

                        data: first event
                        id: 1

                        data:second event
                        id

                        data:  third event

                        """));
        assertEquals(
                List.of(new ServerEvent("message", "a", "1", null)),
                events("id: 1\n\nid: 2\0\ndata: a\n\n"));
    }

    @Test
    void emptyDataIsDataAndAnEventWithoutAnyIsNone() {
        assertEquals(
                List.of(
                        new ServerEvent("message", "", null, null),
                        new ServerEvent("message", "\n", null, null)),
                events("data\n\ndata\ndata\n\ndata:"));
        assertEquals(
                List.of(new ServerEvent("message", "a", null, null)),
                events("event: lost\n\ndata: a\n\n"));
    }

    @Test
    void whatIsNoNumberIsNoTime() {
        assertEquals(
                List.of(
                        new ServerEvent("a", "1", null, 250L),
                        new ServerEvent("message", "2", null, null)),
                events("\uFEFFretry: 250\nevent: a\ndata: 1\n\nretry: soon\ndata: 2\n\n"));
    }

    private static List<ServerEvent> events(String text) {
        var source = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        var events = new EventLines(new Lines(Inflow.of(source)));
        List<ServerEvent> all = new ArrayList<>();
        for (Optional<ServerEvent> next = next(events); next.isPresent(); next = next(events)) {
            all.add(next.get());
        }
        return all;
    }

    private static Optional<ServerEvent> next(EventLines events) {
        return events.next(System.nanoTime() + Duration.ofSeconds(5).toNanos());
    }
}
